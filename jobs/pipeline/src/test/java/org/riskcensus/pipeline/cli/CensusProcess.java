package org.riskcensus.pipeline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The command line in a process of its own, as a user starts it. */
final class CensusProcess {

  /**
   * What a finished process left.
   *
   * @param status exit status; 137 and the like where it was killed
   * @param output standard output and standard error, in their order
   */
  record Outcome(int status, String output) {}

  private CensusProcess() {}

  /** Runs a command to its end. */
  static Outcome run(String... arguments) throws IOException, InterruptedException {
    return runUntil(line -> false, arguments);
  }

  /** Runs a command with schema files of one's own to its end. */
  static Outcome runWith(Path schemas, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = command(arguments);
    builder.environment().put("CENSUS_SCHEMAS", schemas.toString());
    return outcome(line -> false, builder.start());
  }

  /** Runs a command and kills it (SIGKILL) at the first line of output that {@code fatal} takes. */
  static Outcome runUntil(Predicate<String> fatal, String... arguments)
      throws IOException, InterruptedException {
    return outcome(fatal, start(arguments));
  }

  private static Outcome outcome(Predicate<String> fatal, Process process)
      throws IOException, InterruptedException {
    StringBuilder output = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        if (fatal.test(line)) {
          process.destroyForcibly();
          break;
        }
      }
    }
    return new Outcome(process.waitFor(), output.toString());
  }

  static Process start(String... arguments) throws IOException {
    return command(arguments).start();
  }

  /** Starts a command whose output goes to a file. */
  static Process start(Path output, String... arguments) throws IOException {
    return command(arguments).redirectOutput(output.toFile()).start();
  }

  private static ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens") || option.startsWith("-XX:"))
        .forEach(command::add);
    command.addAll(List.of("-Xms1g", "-Xmx2g", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Census.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("CENSUS_HOME", projectRoot().toString());
    return builder;
  }

  /** The root of the project: where {@code data-samples} is. */
  static Path projectRoot() {
    Path here = Path.of("").toAbsolutePath();
    while (!here.resolve("data-samples").toFile().isDirectory()) {
      here = here.getParent();
    }
    return here;
  }
}

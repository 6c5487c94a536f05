package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.lakehouse.LakeConfig;
import org.riskcensus.pipeline.lakehouse.SparkSessions;
import org.riskcensus.pipeline.progress.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options every command has. */
final class LakeOptions {

  private static final String CATALOG = "catalog.";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      description = "directory of the lake: catalog and warehouse (default: ./lake)")
  private Path directory = Path.of("lake");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "overrides a setting of the description (such as assessment.cell_size_m=100) or an"
              + " Iceberg catalog property (catalog.type=rest, catalog.uri=...)")
  private Map<String, String> settings = new TreeMap<>();

  @Option(names = "--quiet", description = "no progress on standard error")
  private boolean quiet;

  @SuppressWarnings("UnusedVariable") // picocli acts on it before a command runs
  @Option(names = "--help", usageHelp = true, description = "shows this help")
  private boolean help;

  Path directory() {
    return directory;
  }

  /** The settings of the description: those that do not go to the catalog. */
  Map<String, String> settings() {
    Map<String, String> own = new TreeMap<>(settings);
    own.keySet().removeIf(key -> key.startsWith(CATALOG));
    return own;
  }

  LakeConfig lake(Path lakeDirectory) {
    Map<String, String> catalog = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(CATALOG)) {
            catalog.put(key.substring(CATALOG.length()), value);
          }
        });
    return new LakeConfig(lakeDirectory, catalog);
  }

  SparkSession session() {
    return SparkSessions.open(lake(directory));
  }

  /** What a command does in a session. */
  interface Work {
    void run(SparkSession spark) throws IOException;
  }

  /** Does something in a session on the lake, or on none where no table is read. */
  void inSession(boolean readsLake, Work work) throws IOException {
    if (readsLake) {
      try (SparkSession spark = session()) {
        work.run(spark);
      }
    } else {
      onFiles(work);
    }
  }

  /** Does what needs no lake, and makes none. */
  void onFiles(Work work) throws IOException {
    Path noLake = Files.createTempDirectory("census-");
    try (SparkSession spark = SparkSessions.open(lake(noLake))) {
      work.run(spark);
    } finally {
      Files.deleteIfExists(noLake);
    }
  }

  Progress progress() {
    return quiet ? Progress.SILENT : new ConsoleProgress(command.commandLine().getErr());
  }

  CommandLine command() {
    return command.commandLine();
  }

  PrintWriter out() {
    return command.commandLine().getOut();
  }
}

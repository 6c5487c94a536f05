package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two jars as they are given to users: the runnable one, and the thin one for spark-submit. */
class PackagedJarsIT {

  private static final Path TARGET = CensusProcess.projectRoot().resolve("jobs/pipeline/target");
  private static final Path THIN = TARGET.resolve("census-jobs.jar");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path directory;

  @Test
  void theRunnableJarNeedsNoOptions() throws IOException, InterruptedException {
    assertThat(run(JAVA, "-jar", runnable().toString(), "sql", "SELECT ST_X(ST_Point(7, 8)) AS x"))
        .contains("7.0");
  }

  @Test
  void sparksOwnLibrariesComeBeforeTheirCopiesInTheGeoToolsWrapper() throws IOException {
    try (JarFile jar = new JarFile(runnable().toFile())) {
      List<String> classPath =
          List.of(jar.getManifest().getMainAttributes().getValue("Class-Path").split(" "));
      int wrapper = indexOf(classPath, "geotools-wrapper");
      assertThat(indexOf(classPath, "slf4j-api")).isLessThan(wrapper);
      assertThat(indexOf(classPath, "guava")).isLessThan(wrapper);
      assertThat(indexOf(classPath, "jts-core")).isLessThan(wrapper);
    }
  }

  @Test
  void theThinJarWorksOnSparksOwnLibraries() throws IOException, InterruptedException {
    String units =
        CensusProcess.projectRoot().resolve("data-samples/shared/370321/行政区划.shp").toString();
    String accounts =
        submit(
            "ingest",
            "--table",
            "admin_unit",
            "--file",
            units,
            "--charset",
            "GBK",
            "--county",
            "370321",
            "--year",
            "2024",
            "--map",
            "区划代码=admin_code",
            "--map",
            "面积=area_km2");
    assertThat(accounts).contains("balanced").doesNotContain("NOT BALANCED");
    String county = "SELECT name FROM staging.admin_unit WHERE level = 'county'";
    assertThat(run(JAVA, "-jar", runnable().toString(), "sql", county)).contains("桓台县");
  }

  private String submit(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    try (JarFile jar = new JarFile(runnable().toFile())) {
      String opens = jar.getManifest().getMainAttributes().getValue("Add-Opens");
      for (String opened : opens.split(" ")) {
        command.add("--add-opens=" + opened + "=ALL-UNNAMED");
      }
    }
    command.addAll(List.of("-cp", sparkClassPath(), "org.apache.spark.deploy.SparkSubmit"));
    command.addAll(List.of("--master", "local[2]", "--class", Census.class.getName()));
    command.add(THIN.toString());
    command.addAll(List.of(arguments));
    return run(command.toArray(String[]::new));
  }

  /** The libraries that the thin jar does not hold: what a Spark installation brings. */
  private static String sparkClassPath() throws IOException {
    try (JarFile thin = new JarFile(THIN.toFile());
        Stream<Path> libraries = Files.list(TARGET.resolve("lib"))) {
      return libraries
          .filter(library -> !holds(thin, library))
          .map(Path::toString)
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static boolean holds(JarFile thin, Path library) {
    try (JarFile jar = new JarFile(library.toFile())) {
      return jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF"))
          .filter(name -> !name.equals("module-info.class"))
          .findFirst()
          .map(name -> thin.getEntry(name) != null)
          .orElse(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path runnable() throws IOException {
    try (Stream<Path> jars = Files.list(TARGET)) {
      return jars.filter(jar -> jar.toString().endsWith("-local.jar")).findFirst().orElseThrow();
    }
  }

  private static int indexOf(List<String> classPath, String library) {
    for (int i = 0; i < classPath.size(); i++) {
      if (classPath.get(i).contains("/" + library + "-")) {
        return i;
      }
    }
    throw new AssertionError(library + " is not among " + classPath);
  }

  private String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    // for commands this short, optimised code comes too late
    builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}

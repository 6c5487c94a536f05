package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemasFolderTest {

  private static final Set<String> FOLDERS =
      Set.of("raw", "staging", "marts", "ops", "codes", "fragments", "rules", "methods");

  private final SchemaFiles files = SchemaFiles.load();
  private final Contracts contracts = Contracts.load();

  @Test
  void everyFileOfTheFolderIsPackagedAndLoaded() throws IOException {
    Path schemas = Path.of("..", "..", "schemas");
    try (Stream<Path> found = Files.walk(schemas)) {
      List<String> paths =
          found
              .filter(Files::isRegularFile)
              .map(file -> schemas.relativize(file).toString().replace('\\', '/'))
              .filter(path -> !path.startsWith("target/") && !path.equals("pom.xml"))
              .toList();
      assertThat(paths).containsExactlyInAnyOrderElementsOf(files.paths());
    }
  }

  @Test
  void everyFileLiesInAFolderThatIsRead() {
    assertThat(files.paths())
        .allMatch(path -> FOLDERS.contains(path.substring(0, path.indexOf('/'))));
  }

  @Test
  void everyTableFileIsATable() {
    for (String namespace : List.of("raw", "staging", "marts", "ops")) {
      assertThat(contracts.list(namespace)).hasSameSizeAs(files.list(namespace));
    }
  }

  /** By a column of a table, or by name where columns are computed only when asked for. */
  @Test
  void everyCodeListIsUsed() throws IOException {
    Set<String> used = new TreeSet<>();
    String code = code();
    contracts.codeLists().keySet().stream()
        .filter(list -> code.contains('"' + list + '"'))
        .forEach(used::add);
    for (TableContract table : contracts.list()) {
      table.columns().stream()
          .map(ColumnContract::codes)
          .filter(codes -> codes != null)
          .forEach(used::add);
    }
    assertThat(contracts.codeLists().keySet()).isEqualTo(used);
  }

  private static String code() throws IOException {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        code.append(Files.readString(file));
      }
    }
    return code.toString();
  }
}

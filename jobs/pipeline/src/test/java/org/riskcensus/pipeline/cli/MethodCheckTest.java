package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;

class MethodCheckTest {

  private static final Path SCHEMAS = Path.of("..", "..", "schemas");

  @TempDir private Path schemas;

  @Test
  void methodsOfTheProjectHaveNoProblem() {
    Problems problems = new Problems();
    MethodCheck.check(SchemaFiles.ofProject(), Contracts.load(), problems);
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void everyRuleAndMethodFileIsReadAndAllProblemsAreToldAtOnce() throws IOException {
    TreeSet<String> broken = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SCHEMAS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        Path name = SCHEMAS.relativize(file);
        Path copy = schemas.resolve(name.toString());
        Files.createDirectories(copy.getParent());
        boolean breaks = name.startsWith("methods") || name.startsWith("rules");
        Files.writeString(copy, Files.readString(file) + (breaks ? "\nmisspelt: 1\n" : ""));
        if (breaks) {
          broken.add("schemas/" + name);
        }
      }
    }
    broken.remove("schemas/methods/level_scale.yaml"); // read with the contracts
    Problems problems = new Problems();
    MethodCheck.check(SchemaFiles.of(schemas), Contracts.load(), problems);
    TreeSet<String> told = new TreeSet<>();
    problems.list().stream()
        .filter(problem -> problem.message().contains("misspelt"))
        .forEach(problem -> told.add(problem.file()));
    assertThat(told).containsAll(broken);
  }
}

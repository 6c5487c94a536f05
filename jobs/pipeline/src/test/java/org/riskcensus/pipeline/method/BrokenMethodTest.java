package org.riskcensus.pipeline.method;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.DefinitionException;

class BrokenMethodTest {

  @TempDir Path schemas;

  @BeforeEach
  void copyTheMethods() throws IOException {
    SchemaFiles good = SchemaFiles.load();
    Files.createDirectories(schemas.resolve("methods"));
    for (String path : good.list("methods")) {
      Files.writeString(schemas.resolve(path), good.text(path));
    }
  }

  private void replace(String file, String from, String to) throws IOException {
    Path path = schemas.resolve("methods").resolve(file);
    Files.writeString(path, Files.readString(path).replace(from, to));
  }

  @Test
  void everyProblemOfEveryFileIsToldAtOnce() throws IOException {
    replace("flood.yaml", "[0.75, 0.65, 0.55, 0.45, 0.35]", "[0.55, 0.65, 0.55, 0.45, 0.35]");
    replace("zoning.yaml", "value: large", "value: enormous");
    replace("capacity.yaml", "evidence: D", "evidence: X");
    replace("vulnerability.yaml", "default_index:", "defalt_index:");
    assertThatThrownBy(() -> AssessmentMethods.load(SchemaFiles.of(schemas)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("flood.yaml")
        .hasMessageContaining("monotony")
        .hasMessageContaining("enormous")
        .hasMessageContaining("'evidence' must be S, F, M or D")
        .hasMessageContaining("'default_index'");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(schemas.resolve("methods/exposure.yaml"));
    assertThatThrownBy(() -> AssessmentMethods.load(SchemaFiles.of(schemas)))
        .hasMessageContaining("methods/exposure.yaml");
  }

  @Test
  void minimumAreasAreDeclaredForEachClassAndNoOther() throws IOException {
    replace("zoning.yaml", "{key: 10000, secondary: 20000", "{keys: 10000, secondary: 20000");
    assertThatThrownBy(() -> AssessmentMethods.load(SchemaFiles.of(schemas)))
        .hasMessageContaining("zone_minimum_m2 must name each of [general, key, secondary]");
  }
}

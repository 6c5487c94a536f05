package org.riskcensus.formats.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.formats.staged.StagedName;

class StagedNameTest {

  @TempDir Path folder;

  @Test
  void whatAKilledProcessLeftIsRemovedAndWhatALivingOneWritesIsNot() throws IOException {
    Path target = folder.resolve("risk.gpkg");
    Path living = Files.writeString(StagedName.beside(target), "half");
    Path ofOther = Files.createFile(folder.resolve(".zone.gpkg.4194305-1"));
    Path strange = Files.createFile(folder.resolve(".risk.gpkg.keep"));
    Path left = Files.createFile(folder.resolve(".risk.gpkg.4194305-1"));
    Path folderLeft = Files.createDirectory(folder.resolve(".risk.gpkg.4194305-1.88"));
    Files.writeString(folderLeft.resolve("risk.gpkg"), "half");
    long own = ProcessHandle.current().pid();
    Path sameNumber = Files.createFile(folder.resolve(".risk.gpkg." + own + "-1"));

    assertThat(StagedName.beside(target)).isEqualTo(living);

    assertThat(living).exists();
    assertThat(ofOther).exists();
    assertThat(strange).exists();
    assertThat(left).doesNotExist();
    assertThat(folderLeft).doesNotExist();
    assertThat(sameNumber).as("a number given to another process since").doesNotExist();
  }

  @Test
  void aLayerIsWrittenUnderAHiddenNameAndLeavesNone() throws IOException {
    Path target = folder.resolve("a.csv");
    LayerSchema schema = new LayerSchema("a", List.of(), null, null);
    try (LayerWriter writer = LayerWriters.create(target, schema, WriteOptions.DEFAULT)) {
      try (var files = Files.list(folder)) {
        assertThat(files.map(f -> f.getFileName().toString()))
            .singleElement()
            .asString()
            .startsWith(".a.csv." + ProcessHandle.current().pid() + "-");
      }
      writer.write(List.of(), null);
    }
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }
}

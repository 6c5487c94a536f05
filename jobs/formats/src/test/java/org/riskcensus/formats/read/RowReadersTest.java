package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReadersTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "csv",
        "xlsx",
        "geojson",
        "shp",
        "dbf",
        "gpkg",
        "tif",
        "TIF",
        "asc",
        "tab",
        "geojsonl",
        "fgb",
        "parquet",
        "zip"
      })
  void aMissingAndAnEmptyFileAreRefusedByName(String extension) throws IOException {
    Path file = folder.resolve("文件." + extension);
    assertThat(Reading.refusal(file)).contains("文件." + extension, "is missing");
    Files.createFile(file);
    assertThat(Reading.refusal(file)).contains("文件." + extension, "is empty");
    Files.delete(file);
    Files.createDirectory(file);
    assertThat(Reading.refusal(file)).contains("is not a file");
  }

  /** Random bytes are no file of any kind; they must never lead to another error or no end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "xlsx",
        "geojson",
        "dbf",
        "gpkg",
        "tif",
        "asc",
        "geojsonl",
        "fgb",
        "parquet",
        "zip"
      })
  void noiseIsRefused(String extension) throws IOException {
    byte[] noise = new byte[4096];
    for (int seed = 0; seed < 20; seed++) {
      new Random(seed).nextBytes(noise);
      Path file = Files.write(folder.resolve("noise." + extension), noise);
      assertThat(Reading.refusal(file)).contains("noise." + extension, ";");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a.xls, .xlsx",
    "a.rar, unpack",
    "a.zip, damaged",
    "a.prj, .shp",
    "a.doc, .doc",
    "a, extension"
  })
  void aKindThatIsNotReadComesWithAdvice(String name, String advice) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "x");
    assertThat(Reading.refusal(file)).contains(advice);
  }

  @Test
  void aNameThatIsNoNameIsRefused() throws IOException {
    assertThat(Reading.refusal(Path.of(folder + "/none/at/all.csv"))).contains("missing");
  }
}

package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonSequenceReaderTest {

  private static final String A =
      "{\"type\":\"Feature\",\"properties\":{\"name\":\"桓台\",\"n\":1.50},\"geometry\":"
          + "{\"type\":\"Point\",\"coordinates\":[118,36]}}";
  private static final String B =
      "{\"type\":\"Feature\",\"id\":7,\"properties\":{\"kind\":\"x\"},\"geometry\":null}";

  @TempDir Path folder;

  private Path write(String extension, String text) throws IOException {
    return Files.writeString(folder.resolve("f." + extension), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojsonl", "geojsons", "ndjson"})
  void oneFeatureALineOrByRecordSeparators(String extension) throws IOException {
    for (String text :
        List.of(
            A + "\n" + B + "\n", "\u001E" + A + "\n\u001E" + B, "\ufeff" + A + "\r\n\r\n" + B)) {
      Path file = write(extension, text);
      List<SourceRow> rows = Reading.rows(file);
      assertThat(rows).hasSize(2);
      assertThat(rows.get(0).attributes()).containsEntry("name", "桓台").containsEntry("n", "1.50");
      assertThat(Reading.wkt(rows.get(0))).isEqualTo("POINT (118 36)");
      assertThat(rows.get(1).attributes()).containsEntry("id", "7").containsEntry("kind", "x");
      assertThat(Reading.wkt(rows.get(1))).isEqualTo("none");
      assertThat(Reading.header(file).fields()).containsExactly("name", "n", "id", "kind");
      assertThat(Reading.header(file).crs()).contains("EPSG:4326");
    }
  }

  @Test
  void aBareGeometryIsARecordToo() throws IOException {
    Path file = write("geojsonl", "{\"type\":\"Point\",\"coordinates\":[1,2]}\n");
    assertThat(Reading.wkt(Reading.rows(file).get(0))).isEqualTo("POINT (1 2)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"FeatureCollection\",\"features\":[]} | line 1 is no GeoJSON feature",
        "[1,2] | is no GeoJSON feature",
        "{\"type\":\"Feature\",\"properties\":{} | not valid JSON in line 1",
        "{\"type\":\"Feature\"} x | not valid JSON"
      })
  void whatIsNoSequenceIsRefused(String text, String reason) throws IOException {
    assertThat(Reading.refusal(write("geojsonl", text))).contains("f.geojsonl", reason);
  }
}

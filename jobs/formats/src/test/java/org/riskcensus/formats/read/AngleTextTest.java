package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AngleTextTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "118°15'30\", 118.258333333333",
        "118°15′30″E, 118.258333333333",
        "东经118度15分30秒, 118.258333333333",
        "１１８°１５′３０″, 118.258333333333",
        "E118:15:30, 118.258333333333",
        "118 15 30.6, 118.2585",
        "118°15.5', 118.258333333333",
        "118º15'E, 118.25",
        "118.25 E, 118.25",
        "118.25°, 118.25",
        "72°30'W, -72.5",
        "西经72°30', -72.5",
        "-72°30', -72.5"
      })
  void longitudesInManyWritings(String text, double degrees) {
    assertThat(AngleText.parse(text, true)).isPresent();
    assertThat(AngleText.parse(text, true).getAsDouble()).isCloseTo(degrees, within(1e-9));
  }

  @Test
  void latitudesHaveNorthAndSouth() {
    assertThat(AngleText.parse("北纬36°30′", false)).hasValue(36.5);
    assertThat(AngleText.parse("36°30′S", false)).hasValue(-36.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "118°75'",
        "118°15''",
        "118°15'60\"",
        "118.5°15'",
        "118°15.5'30\"",
        "181°",
        "N118°15'",
        "E118°15'E",
        "-118°15'W",
        "4 000 150",
        "12,5",
        "east",
        "",
        "°",
        "118°15'30\"30"
      })
  void whatIsNoLongitudeIsNone(String text) {
    assertThat(AngleText.parse(text, true)).isEmpty();
  }

  @Test
  void columnsOfATableMayHoldThem() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("点.tsv"),
            "name\t经度\t纬度\n\"a\"\t118°15′30″\t36°30′00″N\nb\t36°30′N\t118°15′E\nc\t118.5\t36\n");
    List<SourceRow> rows = Reading.rows(file);
    assertThat(rows.get(0).geometry().getCoordinate().x).isCloseTo(118.2583333, within(1e-6));
    assertThat(rows.get(0).geometry().getCoordinate().y).isEqualTo(36.5);
    assertThat(rows.get(1).problem()).contains("经度 '36°30′N' is not a number");
    assertThat(rows.get(2).geometry().getCoordinate().x).isEqualTo(118.5);
  }
}

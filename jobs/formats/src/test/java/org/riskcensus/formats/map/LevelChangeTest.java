package org.riskcensus.formats.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class LevelChangeTest {

  @Test
  void levelsOfTwoReleasesTellTheChange() {
    assertThat(LevelChange.of(1, 3)).isEqualTo(LevelChange.RISEN);
    assertThat(LevelChange.of(4, 0)).isEqualTo(LevelChange.FALLEN);
    assertThat(LevelChange.of(2, 2)).isEqualTo(LevelChange.UNCHANGED);
  }

  @Test
  void notSurveyedIsNotALevel() {
    assertThat(LevelChange.of(null, 0)).isEqualTo(LevelChange.NEW);
    assertThat(LevelChange.of(0, null)).isEqualTo(LevelChange.NO_LONGER_SURVEYED);
    assertThatThrownBy(() -> LevelChange.of(null, null)).hasMessageContaining("no release");
  }

  @Test
  void everyChangeHasAColourOfItsOwnOnASheet() {
    InventedCounty county = new InventedCounty(new Coordinate(118.05, 36.98), 0.13, List.of("甲镇"));
    List<ClassArea> areas = new ArrayList<>();
    for (LevelChange change : LevelChange.values()) {
      areas.add(
          new ClassArea(
              change.code(),
              change.colour(),
              change == LevelChange.RISEN ? county.outline() : null,
              1));
    }
    MapContent content = new MapContent(county.outline(), areas, county.townships(), List.of());

    BufferedImage sheet =
        MapSheetRenderer.render(new MapSheet(InventedCounty.text("风险等级变化图"), content, Paper.A4));

    assertThat(Arrays.stream(LevelChange.values()).map(LevelChange::colour))
        .doesNotHaveDuplicates();
    int red = MapColour.RED.fill().getRGB();
    long risen = 0;
    for (int y = 0; y < sheet.getHeight(); y += 10) {
      for (int x = 0; x < sheet.getWidth(); x += 10) {
        risen += sheet.getRGB(x, y) == red ? 1 : 0;
      }
    }
    assertThat(risen).as("of 38 000 places").isGreaterThan(2_000);
  }
}

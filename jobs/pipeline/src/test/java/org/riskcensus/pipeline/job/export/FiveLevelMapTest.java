package org.riskcensus.pipeline.job.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.formats.map.ClassArea;
import org.riskcensus.formats.map.MapColour;
import org.riskcensus.formats.map.MapContent;
import org.riskcensus.formats.map.MapSheet;
import org.riskcensus.formats.map.MapSheetRenderer;
import org.riskcensus.formats.map.Paper;
import org.riskcensus.formats.map.SheetText;
import org.riskcensus.formats.map.SheetWords;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.method.FiveLevels;
import org.riskcensus.pipeline.words.MapPhrases;

/** A county of six strips: five levels, and one out of reach. */
class FiveLevelMapTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  @TempDir Path directory;

  private static Geometry strip(int from, int to) {
    return GEOMETRY.toGeometry(new Envelope(117 + from * 0.05, 117 + to * 0.05, 36.8, 37));
  }

  private static List<ClassArea> legend(Contracts contracts) {
    ClassAreas areas = new ClassAreas();
    for (int level = 1; level <= 5; level++) {
      areas.add(String.valueOf(level), 1e7 * level, Wkb.write(strip(level, level + 1)));
    }
    return areas.legend(MapTheme.LEVEL, contracts, MapPhrases.in(Language.ZH, contracts), 1.6e8);
  }

  @Test
  void theLegendHasFiveLevelsInTheirColoursAndWhatIsOutOfReach() {
    List<ClassArea> legend = legend(FiveLevels.contracts());
    assertThat(legend)
        .extracting(ClassArea::name)
        .containsExactly("高风险", "较高风险", "中风险", "较低风险", "低风险", "危险区以外");
    assertThat(legend)
        .extracting(ClassArea::colour)
        .containsExactly(
            MapColour.RED,
            MapColour.ORANGE,
            MapColour.YELLOW,
            MapColour.DEEP_BLUE,
            MapColour.GREEN,
            MapColour.OUTSIDE);
  }

  @Test
  void theStyleOfALayerHasThemToo() {
    Contracts five = FiveLevels.contracts();
    var style = TableStyle.find(five.get("marts.level_area"), five, Language.ZH).orElseThrow();
    assertThat(style.classes()).hasSize(5);
    assertThat(style.classes().get(4).colour()).isEqualTo(MapColour.GREEN);
  }

  @Test
  void theMapShowsEveryColour() throws IOException {
    SheetText text =
        new SheetText(
            "甲县洪涝灾害风险等级图",
            "甲县普查　2025年度",
            "风险等级",
            "普查数据库",
            LocalDate.of(2025, 12, 31),
            "census-2025",
            true,
            new SheetWords(Locale.CHINESE));
    MapContent content =
        new MapContent(strip(0, 6), legend(FiveLevels.contracts()), List.of(), List.of());
    Path file = directory.resolve("levels.png");
    MapSheetRenderer.write(file, new MapSheet(text, content, Paper.A4));
    BufferedImage image = ImageIO.read(file.toFile());
    for (ClassArea area : content.areas()) {
      assertThat(placesOnTheMap(image, area.colour())).as(area.name()).isGreaterThan(2_000);
    }
  }

  /** Every ninth pixel in the left two thirds: the legend, with its swatches, is to the right. */
  private static long placesOnTheMap(BufferedImage image, MapColour colour) {
    int fill = colour.fill().getRGB();
    long found = 0;
    for (int x = 0; x < image.getWidth() * 2 / 3; x += 3) {
      for (int y = 0; y < image.getHeight(); y += 3) {
        found += image.getRGB(x, y) == fill ? 1 : 0;
      }
    }
    return found;
  }
}

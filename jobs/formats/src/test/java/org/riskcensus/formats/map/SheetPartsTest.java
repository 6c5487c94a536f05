package org.riskcensus.formats.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class SheetPartsTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  @Test
  void theScaleBarIsTheLongestRoundNumberOfKilometresThatFits() {
    // 1:250 000: a kilometre is 4 mm, so 45 mm hold 11.25 km
    assertThat(new ScaleBar(250_000, 1).length(45)).isEqualTo(10);
    assertThat(new ScaleBar(250_000, 1).length(39)).isEqualTo(8);
    // on A3 a unit is 1.25 mm: 45 units are 56.25 mm, 14.06 km
    assertThat(new ScaleBar(250_000, 1.25).length(45)).isEqualTo(10);
  }

  @Test
  void scaleDenominatorsAreWrittenInGroups() {
    assertThat(ScaleBar.grouped(1_250_000)).isEqualTo("1 250 000");
  }

  @Test
  void graticuleLinesAreNamedInDegreesAndMinutes() {
    assertThat(Graticule.label(117 * 60 + 5, 'E')).isEqualTo("117°05′E");
    assertThat(Graticule.step(28)).isEqualTo(5);
    assertThat(Graticule.step(60)).isEqualTo(10);
  }

  @Test
  void areasInTheLegendHaveTheDecimalsTheirTotalAsksFor() {
    assertThat(LegendPanel.area(3.456, 40)).isEqualTo("3.46");
    assertThat(LegendPanel.area(3.456, 4000)).isEqualTo("3.5");
  }

  @Test
  void textIsAsWideAsItsGlyphs() {
    assertThat(TextStyle.regular(3).width("索镇")).isEqualTo(6);
    assertThat(TextStyle.regular(3).fitting("索镇索镇", 6).width("索镇索镇")).isEqualTo(6);
    assertThat(Typeface.BOLD.outline("镇", 3).getBounds2D().getWidth()).isBetween(2.0, 3.0);
  }

  @Test
  void townshipNamesStayInsideAndApart() {
    List<NamedArea> townships = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        Envelope box = new Envelope(i * 12, i * 12 + 12, j * 7, j * 7 + 7);
        townships.add(new NamedArea("第" + i + j + "乡镇", GEOMETRY.toGeometry(box)));
      }
    }
    List<Envelope> symbols = List.of(new Envelope(new Coordinate(6, 3.5)));

    List<LabelPlacement.Label> labels =
        LabelPlacement.place(townships, MapStyle.TOWNSHIP_NAME, symbols);

    assertThat(labels).hasSize(25);
    List<Envelope> boxes = labels.stream().map(SheetPartsTest::box).toList();
    for (int i = 0; i < boxes.size(); i++) {
      Envelope box = boxes.get(i);
      assertThat(townships).anyMatch(t -> t.outline().getEnvelopeInternal().covers(box));
      assertThat(boxes.subList(i + 1, boxes.size())).noneMatch(box::intersects);
      assertThat(symbols).noneMatch(box::intersects);
    }
  }

  private static Envelope box(LabelPlacement.Label label) {
    double width = label.lines().stream().mapToDouble(label.style()::width).max().orElseThrow();
    Envelope box = new Envelope(label.middle());
    box.expandBy(width / 2, label.lines().size() * label.style().size() / 2);
    return box;
  }
}

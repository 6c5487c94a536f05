package org.riskcensus.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class OutlineTest {

  private static final String RING =
      "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 6 3, 6 6, 3 6, 3 3))";

  private static List<Geometry> shapes(String... wkt) throws ParseException {
    List<Geometry> shapes = new ArrayList<>();
    for (String text : wkt) {
      shapes.add(new WKTReader().read(text));
    }
    return shapes;
  }

  private static void unites(String expected, String... wkt) throws ParseException {
    Geometry outline = Outline.find(shapes(wkt)).orElseThrow();
    assertThat(outline.equalsNorm(new WKTReader().read(expected))).as("%s", outline).isTrue();
  }

  @Test
  void sharedBordersVanishAndHolesStay() throws ParseException {
    unites(
        "MULTIPOLYGON (((0 0, 2 0, 4 0, 4 2, 2 2, 0 2, 0 0)))",
        "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))",
        "POLYGON ((2 0, 4 0, 4 2, 2 2, 2 0))");
    unites("MULTI" + RING.replace("((", "(((").replace("))", ")))"), RING);
    unites(
        "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)))", RING, "POLYGON ((3 3, 6 3, 6 6, 3 6, 3 3))");
    unites("MULTIPOLYGON EMPTY");
  }

  @Test
  void partsThatTouchAtAPointStayParts() throws ParseException {
    unites(
        "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((2 2, 4 2, 4 4, 2 4, 2 2)))",
        "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))",
        "POLYGON ((2 2, 4 2, 4 4, 2 4, 2 2))");
  }

  @Test
  void overlapsAndPointsOnABorderAreNotProved() throws ParseException {
    assertThat(
            Outline.find(
                shapes(
                    "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", "POLYGON ((1 0, 4 0, 4 2, 1 2, 1 0))")))
        .isEmpty();
    assertThat(
            Outline.find(
                shapes(
                    "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))",
                    "POLYGON ((2 0, 4 0, 4 2, 2 2, 2 1, 2 0))")))
        .isEmpty();
    assertThat(Outline.find(shapes("LINESTRING (0 0, 1 1)"))).isEmpty();
  }
}

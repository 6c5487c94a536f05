package org.riskcensus.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.GeometryRepair;
import org.riskcensus.core.join.JoinCondition;
import org.riskcensus.core.join.JoinIndex;
import org.riskcensus.core.join.JoinProbe;
import org.riskcensus.core.join.Measure;
import org.riskcensus.core.join.SpatialPredicate;
import org.w3c.dom.Element;

/** The cases of the JTS test suite, where they are at hand. */
class JtsCasesTest {

  private record Case(String name, Geometry a, String operation, String expected) {}

  private record Pair(String name, Geometry a, Geometry b, Geometry intersection) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TestNGOverlayA.xml",
        "TestOverlayAA.xml",
        "TestOverlay-pg-list.xml",
        "TestOverlay-geos-list.xml"
      })
  void theSharedAreaIsThatOfTheIntersection(String file) throws Exception {
    List<Pair> pairs = intersections(file);
    assertThat(pairs).isNotEmpty();
    for (Pair pair : pairs) {
      double expected = pair.intersection().getArea();
      double size = Math.min(pair.a().getArea(), pair.b().getArea());
      assertThat(shared(pair.a(), pair.b()))
          .as(pair.name())
          .isCloseTo(expected, within(1e-6 * size));
      assertThat(shared(pair.b(), pair.a()))
          .as(pair.name())
          .isCloseTo(expected, within(1e-6 * size));
      JoinProbe probe =
          JoinIndex.of(JoinCondition.of(SpatialPredicate.INTERSECTS), List.of(pair.b())).probe();
      assertThat(probe.match(pair.a()).size())
          .as(pair.name())
          .isEqualTo(pair.a().intersects(pair.b()) ? 1 : 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TestValid.xml", "TestValid2.xml", "TestInvalidA.xml"})
  void whatIsInvalidIsFoundAndRepaired(String file) throws Exception {
    int met = 0;
    for (Case one : cases(file)) {
      if (one.operation().equals("isvalid")) {
        boolean valid = Boolean.parseBoolean(one.expected());
        var repair = GeometryRepair.find(one.a());
        assertThat(repair.isEmpty()).as("%s: %s", one.name(), one.a()).isEqualTo(valid);
        repair.ifPresent(r -> assertThat(r.repaired().isValid()).as(one.name()).isTrue());
        met++;
      }
    }
    assertThat(met).isGreaterThan(50);
  }

  @Test
  void theSuiteHasTheCasesThatAreExpectedOfIt() throws Exception {
    assertThat(intersections("TestNGOverlayA.xml")).hasSize(20);
  }

  private static double shared(Geometry left, Geometry right) {
    if (right.isEmpty()) {
      return 0; // a row without geometry meets nothing and is never measured
    }
    JoinCondition condition = JoinCondition.of(SpatialPredicate.INTERSECTS);
    return JoinIndex.of(condition, List.of(right))
        .probe()
        .measures(left, 0, Set.of(Measure.AREA))[0];
  }

  private static List<Pair> intersections(String file) throws Exception {
    List<Pair> pairs = new ArrayList<>();
    for (Element one : JtsXml.cases(OutsideData.get("jts-xml").resolve(file))) {
      for (Element operation : JtsXml.children(one, "op")) {
        if (operation.getAttribute("name").startsWith("intersection")) {
          pairs.add(
              new Pair(
                  JtsXml.name(one),
                  JtsXml.geometry(JtsXml.children(one, "a").get(0).getTextContent()),
                  JtsXml.geometry(JtsXml.children(one, "b").get(0).getTextContent()),
                  JtsXml.geometry(operation.getTextContent())));
        }
      }
    }
    return pairs;
  }

  private static List<Case> cases(String file) throws Exception {
    List<Case> cases = new ArrayList<>();
    for (Element one : JtsXml.cases(OutsideData.get("jts-xml").resolve(file))) {
      for (Element operation : JtsXml.children(one, "op")) {
        cases.add(
            new Case(
                JtsXml.name(one),
                JtsXml.geometry(JtsXml.children(one, "a").get(0).getTextContent()),
                operation.getAttribute("name").toLowerCase(Locale.ROOT),
                operation.getTextContent().strip()));
      }
    }
    return cases;
  }
}

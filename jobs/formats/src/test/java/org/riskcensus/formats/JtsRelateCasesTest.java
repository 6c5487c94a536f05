package org.riskcensus.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.join.JoinCondition;
import org.riskcensus.core.join.JoinIndex;
import org.riskcensus.core.join.SpatialPredicate;
import org.w3c.dom.Element;

/** The cases of the JTS test suite that name a relation and its answer, where they are at hand. */
class JtsRelateCasesTest {

  private static final List<String> KINDS = List.of("Relate", "Prepared", "Rectangle");

  /** Asks for answers by the decimals as written, of which the doubles are a little off. */
  private static final String DECIMALS = "TestRobustRelateFloat";

  @Test
  void relationsAreThoseOfTheSuite() throws Exception {
    List<Path> files = files();
    Assumptions.assumeFalse(files.isEmpty(), "skipped: no relate cases among the outside data");
    int asked = 0;
    for (Path file : files) {
      for (Element one : JtsXml.cases(file)) {
        Geometry a = JtsXml.geometry(JtsXml.children(one, "a").get(0).getTextContent());
        Geometry b = JtsXml.geometry(JtsXml.children(one, "b").get(0).getTextContent());
        for (Element operation : JtsXml.children(one, "op")) {
          asked += check(file.getFileName() + ": " + JtsXml.name(one), a, b, operation);
        }
      }
    }
    assertThat(asked).isGreaterThan(1_000);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(OutsideData.get("jts-xml"))) {
      return all.filter(file -> KINDS.stream().anyMatch(file.toString()::contains))
          .filter(file -> !file.toString().contains(DECIMALS))
          .sorted()
          .toList();
    }
  }

  private static int check(String name, Geometry a, Geometry b, Element operation) {
    String word = operation.getAttribute("name").replace("equalsTopo", "equals");
    Optional<SpatialPredicate> predicate = SpatialPredicate.find(word);
    if (predicate.isEmpty() || !a.isValid() || !b.isValid()) {
      return 0; // what is invalid is repaired before it is joined
    }
    Geometry left = operation.getAttribute("arg1").equalsIgnoreCase("a") ? a : b;
    Geometry right = operation.getAttribute("arg2").equalsIgnoreCase("a") ? a : b;
    // a row without geometry meets nothing, whatever the suite says of empty sets
    boolean met = !left.isEmpty() && !right.isEmpty();
    boolean expected = met && Boolean.parseBoolean(operation.getTextContent().strip());
    int hits =
        JoinIndex.of(JoinCondition.of(predicate.get()), List.of(right)).probe().match(left).size();
    assertThat(hits).as("%s: %s %s %s", name, left, word, right).isEqualTo(expected ? 1 : 0);
    return 1;
  }
}

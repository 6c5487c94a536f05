package org.riskcensus.pipeline.job.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.riskcensus.core.join.SpatialPredicate;
import org.riskcensus.pipeline.layer.LayerSource;
import org.riskcensus.pipeline.spatial.JoinKind;

/** Every predicate with every kind of join into every format, against all pairs looked at. */
class JoinMatrixTest {

  private static final List<String> FORMATS =
      List.of("gpkg", "shp", "geojson", "parquet", "fgb", "csv", "xlsx");

  private static final List<String> LEFTS =
      List.of(
          "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))",
          "POLYGON((1 1, 3 1, 3 3, 1 3, 1 1))",
          "POLYGON((4 0, 8 0, 8 4, 4 4, 4 0))",
          "POLYGON((2.5 2.5, 5 2.5, 5 5, 2.5 5, 2.5 2.5))",
          "POLYGON((50 50, 51 50, 51 51, 50 51, 50 50))");

  private static final List<String> RIGHTS =
      List.of(
          "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))",
          "POLYGON((2 2, 6 2, 6 6, 2 6, 2 2))",
          "POLYGON((8 0, 9 0, 9 4, 8 4, 8 0))",
          "POLYGON((1.5 1.5, 2 1.5, 2 2, 1.5 2, 1.5 1.5))",
          "LINESTRING(-1 2, 9 2)",
          "POINT(8.5 4.5)");

  @TempDir Path directory;
  private Path left;
  private Path right;

  @BeforeEach
  void files() throws IOException {
    left = write("left.csv", LEFTS);
    right = write("right.csv", RIGHTS);
  }

  static Stream<Arguments> some() {
    JoinKind[] kinds = JoinKind.values();
    SpatialPredicate[] predicates = SpatialPredicate.values();
    return IntStream.range(0, predicates.length)
        .mapToObj(
            i ->
                Arguments.of(
                    predicates[i], kinds[i % kinds.length], FORMATS.get(i % FORMATS.size())));
  }

  static Stream<Arguments> all() {
    return Stream.of(SpatialPredicate.values())
        .flatMap(
            predicate ->
                Stream.of(JoinKind.values())
                    .flatMap(
                        kind ->
                            FORMATS.stream().map(format -> Arguments.of(predicate, kind, format))));
  }

  @ParameterizedTest
  @MethodSource("some")
  void eachPredicateGivesTheRowsOfBruteForce(
      SpatialPredicate predicate, JoinKind kind, String format) throws Exception {
    check(predicate, kind, format);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("all")
  void everyPredicateByEveryKindIntoEveryFormatGivesTheRowsOfBruteForce(
      SpatialPredicate predicate, JoinKind kind, String format) throws Exception {
    check(predicate, kind, format);
  }

  private void check(SpatialPredicate predicate, JoinKind kind, String format) throws Exception {
    Path out = directory.resolve("out." + format);
    JoinRequest request =
        Joining.request(
            left, right, predicate.word(), kind.name(), List.of(), Optional.empty(), out);
    JoinSummary summary = Joining.run(inPlane(request));
    List<String> pairs = pairs(predicate);
    assertThat(summary.pairs()).isEqualTo(pairs.size());
    assertThat(summary.leftRows()).isEqualTo(LEFTS.size());
    List<String> expected = rows(kind, pairs);
    if (expected.isEmpty() && format.equals("shp")) {
      return;
    }
    assertThat(Joining.rows(out))
        .extracting(
            row -> {
              String id = row.attributes().get("id");
              String other = row.attributes().getOrDefault("id_right", "");
              return kind.withRight() ? id + ":" + other : id;
            })
        .as("%s %s %s", predicate, kind, format)
        .isEqualTo(expected);
  }

  private static JoinRequest inPlane(JoinRequest request) {
    return new JoinRequest(
        inPlane(request.left()),
        inPlane(request.right()),
        request.predicate(),
        request.distance(),
        request.k(),
        request.how(),
        request.measures(),
        request.classes(),
        request.summary(),
        request.out(),
        request.settings());
  }

  private static LayerSource inPlane(LayerSource layer) {
    return new LayerSource(
        layer.option(), layer.source(), layer.layer(), layer.charset(), Optional.of("EPSG:4548"));
  }

  private static List<String> rows(JoinKind kind, List<String> pairs) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < LEFTS.size(); i++) {
      String start = i + ":";
      List<String> own = pairs.stream().filter(pair -> pair.startsWith(start)).toList();
      switch (kind) {
        case INNER -> rows.addAll(own);
        case LEFT -> rows.addAll(own.isEmpty() ? List.of(start) : own);
        case SEMI -> rows.addAll(own.isEmpty() ? List.of() : List.of(String.valueOf(i)));
        case ANTI -> rows.addAll(own.isEmpty() ? List.of(String.valueOf(i)) : List.of());
      }
    }
    return rows;
  }

  private static List<String> pairs(SpatialPredicate predicate) throws ParseException {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < LEFTS.size(); i++) {
      Geometry left = new WKTReader().read(LEFTS.get(i));
      List<Integer> met = new ArrayList<>();
      List<Double> distances = new ArrayList<>();
      for (String text : RIGHTS) {
        Geometry right = new WKTReader().read(text);
        distances.add(left.distance(right));
        if (predicate != SpatialPredicate.NEAREST && holds(predicate, left, right)) {
          met.add(distances.size() - 1);
        }
      }
      if (predicate == SpatialPredicate.NEAREST) {
        met.add(
            IntStream.range(0, distances.size())
                .boxed()
                .min(Comparator.comparingDouble(distances::get))
                .orElseThrow());
      } else if (predicate == SpatialPredicate.LOCATE && met.size() > 1) {
        met.subList(1, met.size()).clear(); // of overlapping units the first by its coordinates
      }
      for (int j : met) {
        pairs.add(i + ":" + j);
      }
    }
    return pairs;
  }

  private static boolean holds(SpatialPredicate predicate, Geometry a, Geometry b) {
    return switch (predicate) {
      case INTERSECTS -> a.intersects(b);
      case CONTAINS -> a.contains(b);
      case WITHIN -> a.within(b);
      case COVERS -> a.covers(b);
      case COVERED_BY -> a.coveredBy(b);
      case OVERLAPS -> a.overlaps(b);
      case TOUCHES -> a.touches(b);
      case CROSSES -> a.crosses(b);
      case EQUALS -> a.equalsTopo(b);
      case DWITHIN -> a.distance(b) <= 1;
      case LOCATE -> b.getDimension() == 2 && b.intersects(a.getInteriorPoint());
      case NEAREST -> throw new IllegalArgumentException(predicate.word());
    };
  }

  private Path write(String name, List<String> shapes) throws IOException {
    StringBuilder text = new StringBuilder("id,wkt\n");
    for (int i = 0; i < shapes.size(); i++) {
      text.append(i).append(",\"").append(shapes.get(i)).append("\"\n");
    }
    Path file = directory.resolve(name);
    Files.writeString(file, text);
    return file;
  }
}

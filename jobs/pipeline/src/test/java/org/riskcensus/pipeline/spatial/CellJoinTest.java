package org.riskcensus.pipeline.spatial;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.util.GeometricShapeFactory;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.spatial.CellOverlay.PieceColumns;

/** The join on cells against brute force: units × hazards, with assets inside the hazards. */
class CellJoinTest {

  private static final int LEVEL = 15;
  private static final double X = 1_000_037.5;
  private static final double Y = 4_000_012.25;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final StructType SCHEMA =
      new StructType().add("id", DataTypes.StringType).add("geometry", DataTypes.BinaryType);

  private static final Map<String, Geometry> UNITS = new TreeMap<>();
  private static final Map<String, Geometry> HAZARDS = new TreeMap<>();
  private static final Map<String, Geometry> POINTS = new TreeMap<>();
  private static final Map<String, Geometry> ROADS = new TreeMap<>();
  private static SparkSession spark;

  @BeforeAll
  static void scatter() {
    spark = LocalSpark.session();
    Random random = new Random(20);
    for (int i = 0; i < 6; i++) {
      UNITS.put("u" + i, square(X + 2000 * (i % 3), Y + 2000 * (i / 3), 2000));
      HAZARDS.put("h" + i, circle(random, 900));
    }
    for (int i = 0; i < 300; i++) {
      POINTS.put("p" + i, GEOMETRY.createPoint(place(random)));
    }
    POINTS.put("border", GEOMETRY.createPoint(new Coordinate(X + 2000, Y + 1234)));
    POINTS.put("corner", GEOMETRY.createPoint(new Coordinate(X + 2000, Y + 2000)));
    for (int i = 0; i < 20; i++) {
      Coordinate[] ends = {place(random), place(random), place(random)};
      ROADS.put("r" + i, GEOMETRY.createLineString(ends));
    }
  }

  @Test
  void areasOfOverlapAreThoseOfBruteForce() {
    Dataset<Row> pairs =
        join(UNITS, HAZARDS)
            .groupBy("a.id", "b.id")
            .agg(sum(CellOverlay.area(col("a.cell"), piece("a"), piece("b"))));
    assertSums(pairs, UNITS, HAZARDS, (a, b) -> a.intersection(b).getArea());
  }

  @Test
  void lengthsInHazardsAreThoseOfBruteForce() {
    Dataset<Row> pairs =
        join(ROADS, HAZARDS)
            .groupBy("a.id", "b.id")
            .agg(sum(CellOverlay.length(piece("a"), piece("b"))));
    assertSums(pairs, ROADS, HAZARDS, (a, b) -> a.intersection(b).getLength());
  }

  @Test
  void assetsInHazardsAreThoseOfBruteForce() {
    Dataset<Row> pairs =
        join(POINTS, HAZARDS)
            .where(CellOverlay.contains(piece("b"), piece("a")))
            .groupBy("a.id", "b.id")
            .agg(count(lit(1)).cast("double"));
    assertSums(pairs, POINTS, HAZARDS, (a, b) -> b.covers(a) ? 1 : 0);
  }

  @Test
  void everyPointHasExactlyOneUnit() {
    List<Row> found =
        join(POINTS, UNITS)
            .where(CellOverlay.contains(piece("b"), piece("a")))
            .groupBy("a.id")
            .agg(min("b.id"))
            .collectAsList();
    assertThat(found).hasSize(POINTS.size());
  }

  @Test
  void otherColumnsStayAndRowsWithoutGeometryGiveNone() {
    Dataset<Row> rows =
        spark.createDataFrame(
            List.of(
                RowFactory.create("a", Wkb.write(square(0, 0, 400))), RowFactory.create("b", null)),
            SCHEMA);
    Dataset<Row> pieces = Tessellation.of(rows, "geometry", LEVEL);
    assertThat(pieces.columns()).containsExactly("id", "cell", "core", "part");
    assertThat(pieces.where("id = 'a' AND core AND part IS NULL").count()).isEqualTo(4);
    assertThat(pieces.count()).isEqualTo(4);
  }

  @Test
  void aMissingPieceGivesNull() {
    Dataset<Row> a = pieces(Map.of("a", square(0, 0, 200))).as("a");
    Dataset<Row> b = pieces(Map.of("b", square(0, 400, 200))).as("b");
    Dataset<Row> outer = a.join(b, col("a.cell").equalTo(col("b.cell")), "left");
    assertThat(outer.select(CellOverlay.area(col("a.cell"), piece("a"), piece("b"))).first().get(0))
        .isNull();
  }

  private interface Measure {
    double of(Geometry a, Geometry b);
  }

  private static void assertSums(
      Dataset<Row> pairs, Map<String, Geometry> left, Map<String, Geometry> right, Measure brute) {
    Map<String, Double> found = new TreeMap<>();
    for (Row row : pairs.collectAsList()) {
      found.put(row.getString(0) + "/" + row.getString(1), row.getDouble(2));
    }
    double total = 0;
    for (String a : left.keySet()) {
      for (String b : right.keySet()) {
        double expected = brute.of(left.get(a), right.get(b));
        total += expected;
        assertThat(found.getOrDefault(a + "/" + b, 0.0))
            .as("%s × %s", a, b)
            .isCloseTo(expected, within(1e-6 + 1e-9 * expected));
      }
    }
    assertThat(total).isPositive();
  }

  private static Dataset<Row> join(Map<String, Geometry> a, Map<String, Geometry> b) {
    return pieces(a).as("a").join(pieces(b).as("b"), col("a.cell").equalTo(col("b.cell")));
  }

  private static PieceColumns piece(String alias) {
    return new PieceColumns(col(alias + ".core"), col(alias + ".part"));
  }

  private static Dataset<Row> pieces(Map<String, Geometry> shapes) {
    List<Row> rows = new ArrayList<>();
    shapes.forEach((id, shape) -> rows.add(RowFactory.create(id, Wkb.write(shape))));
    return Tessellation.of(spark.createDataFrame(rows, SCHEMA), "geometry", LEVEL);
  }

  private static Coordinate place(Random random) {
    return new Coordinate(X + random.nextDouble(0, 6000), Y + random.nextDouble(0, 4000));
  }

  private static Geometry circle(Random random, double radius) {
    GeometricShapeFactory shape = new GeometricShapeFactory(GEOMETRY);
    shape.setCentre(place(random));
    shape.setSize(2 * radius);
    shape.setNumPoints(60);
    return shape.createCircle();
  }

  private static Geometry square(double x, double y, double side) {
    GeometricShapeFactory shape = new GeometricShapeFactory(GEOMETRY);
    shape.setBase(new Coordinate(x, y));
    shape.setSize(side);
    shape.setNumPoints(4);
    return shape.createRectangle();
  }
}

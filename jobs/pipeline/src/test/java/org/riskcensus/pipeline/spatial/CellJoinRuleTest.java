package org.riskcensus.pipeline.spatial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.pipeline.LocalSpark;

class CellJoinRuleTest {

  private static final String EXCLUDED = "spark.sql.optimizer.excludedRules";

  private final SparkSession spark = LocalSpark.session();

  @BeforeEach
  void tables() {
    SpatialFunctions.register(spark);
    table("a", Sides.shapes(41, 90));
    table("b", Sides.shapes(42, 90));
  }

  @AfterEach
  void rules() {
    spark.conf().unset(EXCLUDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ST_Intersects",
        "ST_Contains",
        "ST_Within",
        "ST_Covers",
        "ST_CoveredBy",
        "ST_Overlaps",
        "ST_Touches",
        "ST_Crosses",
        "ST_Equals"
      })
  void aJoinOnARelationGivesThePairsOfAllWithAll(String relation) {
    check(
        "SELECT a.id, b.id FROM a JOIN b ON "
            + relation
            + "(a.geometry, b.geometry) AND a.id <> b.id + 1");
  }

  @Test
  void howTheJoinIsWrittenPlaysNoPart() {
    check("SELECT a.id, b.id FROM a, b WHERE ST_Within(b.geometry, a.geometry) AND b.kind = 'x'");
    check(
        "SELECT l.id, r.id FROM a l JOIN a r"
            + " ON l.id < r.id AND ST_Intersects(l.geometry, ST_Envelope(r.geometry))");
    check(
        "SELECT a.id, b.id, c.id FROM a JOIN b ON ST_Within(a.geometry, b.geometry)"
            + " JOIN a c ON ST_Touches(b.geometry, c.geometry) AND b.kind = c.kind");
  }

  @Test
  void shapesOfAnySizeAndPlaceMeet() {
    List<@Nullable Geometry> shapes = new ArrayList<>();
    for (int exponent = -30; exponent <= 30; exponent++) {
      double size = Math.scalb(1.0, exponent);
      shapes.add(Sides.FACTORY.createPoint(new org.locationtech.jts.geom.Coordinate(size, -size)));
      shapes.add(
          Sides.FACTORY.toGeometry(
              new org.locationtech.jts.geom.Envelope(-size, size, -size, 3 * size)));
    }
    table("a", shapes);
    check("SELECT l.id, r.id FROM a l JOIN a r ON ST_Intersects(l.geometry, r.geometry)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a.id, b.id FROM a LEFT JOIN b ON ST_Within(a.geometry, b.geometry)",
        "SELECT a.id, b.id FROM a RIGHT JOIN b ON ST_Within(a.geometry, b.geometry)",
        "SELECT a.id, b.id, b.kind FROM a LEFT JOIN b"
            + " ON ST_Overlaps(b.geometry, a.geometry) AND a.kind <> b.kind AND a.id > 20",
        "SELECT a.id FROM a LEFT SEMI JOIN b ON ST_Intersects(a.geometry, b.geometry)",
        "SELECT a.id FROM a LEFT ANTI JOIN b ON ST_Intersects(a.geometry, b.geometry)",
        "SELECT a.id FROM a WHERE EXISTS"
            + " (SELECT 1 FROM b WHERE ST_Within(a.geometry, b.geometry) AND a.kind = b.kind)",
        "SELECT a.id, a.kind FROM a WHERE NOT EXISTS"
            + " (SELECT 1 FROM b WHERE ST_Within(a.geometry, b.geometry))",
        "SELECT a.kind, count(b.id), count(*) FROM a LEFT JOIN b"
            + " ON ST_Within(a.geometry, b.geometry) GROUP BY a.kind"
      })
  void rowsWithoutAMatchAreKnown(String query) {
    check(query);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JOIN", "LEFT JOIN", "LEFT SEMI JOIN", "LEFT ANTI JOIN"})
  void sidesAreShuffledWhereNoneIsSmall(String join) {
    String threshold = "spark.sql.autoBroadcastJoinThreshold";
    String before = spark.conf().get(threshold);
    spark.conf().set(threshold, -1);
    try {
      check("SELECT a.id FROM a " + join + " b ON ST_Intersects(a.geometry, b.geometry)");
    } finally {
      spark.conf().set(threshold, before);
    }
  }

  @Test
  void aRowWithoutGeometryHasNoMatch() {
    assertThat(rows("SELECT count(*) FROM a WHERE geometry IS NULL")).isNotEqualTo(List.of("0"));
    check(
        "SELECT a.id FROM a LEFT JOIN b ON ST_Intersects(a.geometry, b.geometry)"
            + " WHERE b.id IS NULL");
  }

  @Test
  void aDistanceMayBeANumberOrAColumnOfEitherSide() {
    for (String metres : new String[] {"30000", "0", "100.0 * a.id", "a.id + 1000 * b.id"}) {
      String query = "SELECT a.id, b.id FROM a JOIN b ON ST_DWithin(a.geometry, b.geometry, ";
      String whole = query + metres + ")";
      assertThat(rows(whole)).isEqualTo(without(whole)).isNotEmpty();
      assertThat(plan(whole).contains("census_cell")).isEqualTo(!metres.contains("b.id"));
    }
    check(
        "SELECT a.id FROM a WHERE NOT EXISTS"
            + " (SELECT 1 FROM b WHERE ST_DWithin(b.geometry, a.geometry, 20000))");
  }

  @Test
  void aFullOuterJoinStaysAsItIs() {
    String query = "SELECT a.id, b.id FROM a FULL JOIN b ON ST_Within(a.geometry, b.geometry)";
    assertThat(rows(query)).isEqualTo(without(query)).isNotEmpty();
    assertThat(plan(query)).doesNotContain("census_cell");
  }

  private void check(String query) {
    assertThat(plan(query)).contains("census_cell").doesNotContain("NestedLoop", "Cartesian");
    assertThat(rows(query)).isEqualTo(without(query)).isNotEmpty();
  }

  private String plan(String query) {
    return spark.sql(query).queryExecution().executedPlan().toString();
  }

  private List<String> without(String query) {
    spark.conf().set(EXCLUDED, new CellJoinRule().ruleName());
    try {
      assertThat(plan(query)).doesNotContain("census_cell");
      return rows(query);
    } finally {
      spark.conf().unset(EXCLUDED);
    }
  }

  private List<String> rows(String query) {
    return spark.sql(query).collectAsList().stream()
        .map(row -> row.mkString(" "))
        .sorted()
        .toList();
  }

  private void table(String name, List<@Nullable Geometry> shapes) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Geometry shape = shapes.get(i);
      String kind = i % 2 == 0 ? "x" : "y";
      rows.add(RowFactory.create(i, kind, shape == null ? null : Wkb.write(shape)));
    }
    Dataset<Row> table =
        spark.createDataFrame(
            rows,
            new StructType()
                .add("id", DataTypes.IntegerType)
                .add("kind", DataTypes.StringType)
                .add("geometry", DataTypes.BinaryType));
    table.createOrReplaceTempView(name);
  }
}

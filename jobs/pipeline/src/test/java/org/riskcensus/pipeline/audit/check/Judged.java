package org.riskcensus.pipeline.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Rules;

/** Judged rows for tests: each has the dataset as its source and a number of its own. */
final class Judged {

  static final Contracts CONTRACTS = Contracts.load();

  /** A place in the analysis plane, somewhere in China. */
  static final double X = 1_200_000;

  static final double Y = 4_000_000;

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final StructType TYPE =
      Found.ORIGIN_TYPE
          .add("values", DataTypes.createArrayType(DataTypes.StringType, true))
          .add("plane", DataTypes.BinaryType)
          .add("unit_fit", DataTypes.StringType)
          .add("verdict", DataTypes.StringType);

  private final List<Row> rows = new ArrayList<>();

  /** An accepted row: {@code column, value, …}. */
  Judged row(String dataset, @Nullable Geometry plane, String... columnsAndValues) {
    return row(dataset, "accepted", null, plane, columnsAndValues);
  }

  Judged row(
      String dataset,
      String verdict,
      @Nullable UnitFit fit,
      @Nullable Geometry plane,
      String... columnsAndValues) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      given.put(columnsAndValues[i], columnsAndValues[i + 1]);
    }
    String[] values =
        CONTRACTS.get("staging." + dataset).filedColumns().stream()
            .map(ColumnContract::name)
            .map(given::get)
            .toArray(String[]::new);
    rows.add(
        RowFactory.create(
            dataset,
            "370321",
            dataset,
            "sha",
            dataset + ".csv",
            rows.size() + 1L,
            given.get("object_id"),
            given.getOrDefault("admin_code", "370321000000"),
            values,
            plane == null ? null : Wkb.write(plane),
            fit == null ? null : fit.name(),
            verdict));
    return this;
  }

  JudgedRows rows() {
    Set<String> datasets = rows.stream().map(row -> row.getString(0)).collect(Collectors.toSet());
    return new JudgedRows(dataset(), datasets, CONTRACTS);
  }

  /** What a check finds; one that would have been left out must find nothing. */
  List<Row> find(AuditCheck check, Rules rules) {
    List<Row> found = check.find(rows(), rules).collectAsList();
    assertThat(found.isEmpty() || check.concerns(rows(), rules)).isTrue();
    return found;
  }

  Dataset<Row> dataset() {
    return LocalSpark.session().createDataFrame(rows, TYPE);
  }

  static Geometry point(double east, double north) {
    return FACTORY.createPoint(new Coordinate(X + east, Y + north));
  }

  static Geometry box(double west, double south, double east, double north) {
    return FACTORY.toGeometry(new Envelope(X + west, X + east, Y + south, Y + north));
  }
}

package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.grid.Cells;
import org.riskcensus.core.grid.Tessellator;
import org.riskcensus.core.risk.CellPart;
import org.riskcensus.core.susceptibility.FactorClasses;
import org.riskcensus.core.susceptibility.FactorOverlay;
import org.riskcensus.core.susceptibility.SusceptibilityMethod;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/**
 * What the factors of susceptibility are in each cell of a county, by exact area: layers, hazard
 * points and the county meet by their cell, and {@link FactorOverlay} refines one cell. A county is
 * only told of its own layers and points.
 *
 * <p>By area rather than by the class at the centre of a cell, so that areas of classes are those
 * of the layers whatever the grid, and can be checked with any GIS.
 */
final class FactorCells {

  /** What a class has in a cell; {@code overlap}: m² that were not counted for it. */
  static final StructType SHARE =
      new StructType()
          .add("factor", StringType)
          .add("factor_class", StringType)
          .add("points", LongType)
          .add("area", DoubleType)
          .add("overlap", DoubleType);

  /** {@code area} 0 where only points near the border lie; {@code points}: codes of their units. */
  static final StructType SCHEMA =
      new StructType()
          .add("county_code", StringType)
          .add("cell", LongType)
          .add("area", DoubleType)
          .add("points", ArrayType.apply(StringType))
          .add("shares", ArrayType.apply(SHARE));

  /** {@code object}: id of a polygon, or code of the unit of a point. */
  private static final StructType PIECE =
      new StructType()
          .add("cell", LongType)
          .add("county_code", StringType)
          .add("factor", StringType)
          .add("factor_class", StringType)
          .add("object", StringType)
          .add("part", BinaryType);

  private static final String COUNTY = "";
  private static final String POINT = ".";

  private FactorCells() {}

  /**
   * The cells.
   *
   * @param layers rows of {@code staging.geo_factor}
   * @param points hazard points that count
   * @param countyPieces pieces of the counties that have layers
   */
  static Dataset<Row> of(
      Dataset<Row> layers, Dataset<Row> points, Dataset<Row> countyPieces, AssessConfig config) {
    SusceptibilityMethod method = config.methods().susceptibility();
    CellSizes sizes = config.cells();
    FlatMapFunction<Row, Row> cut = row -> cut(row, method, sizes);
    MapFunction<Row, Row> place = row -> place(row, sizes);
    FlatMapGroupsFunction<Long, Row, Row> cross = FactorCells::cross;
    return layers
        .flatMap(cut, Encoders.row(PIECE))
        .union(points.map(place, Encoders.row(PIECE)))
        .union(
            countyPieces.select(
                col("cell"),
                col("code").as("county_code"),
                lit(COUNTY).as("factor"),
                lit(COUNTY).as("factor_class"),
                lit("").as("object"),
                col("part")))
        .groupByKey((MapFunction<Row, Long>) row -> row.getLong(0), Encoders.LONG())
        .flatMapGroups(cross, Encoders.row(SCHEMA));
  }

  private static Iterator<Row> cut(Row row, SusceptibilityMethod method, CellSizes sizes) {
    String factor = row.getAs("factor");
    FactorClasses classes = method.factors().get(factor);
    List<Row> pieces = new ArrayList<>();
    if (classes != null) {
      Optional<String> found =
          classes.of(row.<@Nullable String>getAs("factor_class"), row.<Double>getAs("value"));
      found.ifPresent(
          code ->
              Tessellator.tessellate(
                  PlaneProjection.read(row.<byte[]>getAs("geometry")),
                  sizes.grid(row.getAs("county_code")),
                  piece -> pieces.add(piece(row, code, piece.cell(), piece.part()))));
    }
    return pieces.iterator();
  }

  private static Row piece(Row row, String code, long cell, @Nullable Geometry part) {
    return RowFactory.create(
        cell,
        row.getAs("county_code"),
        row.getAs("factor"),
        code,
        row.getAs("object_id"),
        part == null ? null : Wkb.write(part));
  }

  private static Row place(Row row, CellSizes sizes) {
    Geometry plane = PlaneProjection.read(row.<byte[]>getAs("geometry"));
    long cell =
        sizes.grid(row.getAs("county_code")).cell(plane.getCoordinate().x, plane.getCoordinate().y);
    return RowFactory.create(
        cell, row.getAs("county_code"), POINT, POINT, row.getAs("admin_code"), Wkb.write(plane));
  }

  /** What lies in a cell of one county. */
  private static final class Contents {
    private @Nullable CellPart county;
    private final List<FactorOverlay.Part> parts = new ArrayList<>();
    private final List<CellPart> points = new ArrayList<>();
    private final List<String> units = new ArrayList<>();

    void add(Row row, CellPart part) {
      String factor = row.getString(2);
      if (factor.equals(COUNTY)) {
        county = part;
      } else if (factor.equals(POINT)) {
        points.add(part);
        units.add(row.getString(4));
      } else {
        parts.add(new FactorOverlay.Part(factor, row.getString(3), row.getString(4), part));
      }
    }

    Row row(String code, long cell) {
      Row[] shares =
          new FactorOverlay(county, points)
              .shares(parts).stream().map(FactorCells::share).toArray(Row[]::new);
      String[] sorted = units.stream().sorted().toArray(String[]::new);
      return RowFactory.create(code, cell, county == null ? 0.0 : county.measure(), sorted, shares);
    }
  }

  private static Iterator<Row> cross(long cell, Iterator<Row> pieces) {
    Geometry square = Cells.square(cell);
    Map<String, Contents> counties = new TreeMap<>();
    while (pieces.hasNext()) {
      Row row = pieces.next();
      CellPart part =
          row.isNullAt(5) ? CellPart.whole(square) : CellPart.of(Wkb.read(row.<byte[]>getAs(5)));
      counties.computeIfAbsent(row.getString(1), code -> new Contents()).add(row, part);
    }
    List<Row> rows = new ArrayList<>();
    counties.forEach(
        (code, contents) -> {
          if (contents.county != null || !contents.points.isEmpty()) {
            rows.add(contents.row(code, cell));
          }
        });
    return rows.iterator();
  }

  private static Row share(FactorOverlay.Share share) {
    return RowFactory.create(
        share.count().factor(),
        share.count().factorClass(),
        share.count().points(),
        share.count().area(),
        share.overlap());
  }
}

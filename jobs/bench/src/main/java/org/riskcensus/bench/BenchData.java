package org.riskcensus.bench;

import static org.apache.spark.sql.functions.col;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import org.riskcensus.core.geometry.Wkb;

/**
 * The files of a workload, the same for every system: {@code left.csv} and {@code right.csv} with
 * {@code id,x,y} or {@code id,class,wkt}, and from these {@code left.parquet} and {@code
 * right.parquet} with the same columns, geometry as WKB; a raster is {@code left.tif}: {@code
 * BenchData DIR SCALE WORKLOAD…}.
 */
public final class BenchData {

  private static final StructType POINTS =
      new StructType()
          .add("id", DataTypes.LongType)
          .add("x", DataTypes.DoubleType)
          .add("y", DataTypes.DoubleType);

  private static final StructType SHAPES =
      new StructType()
          .add("id", DataTypes.LongType)
          .add("class", DataTypes.IntegerType)
          .add("wkt", DataTypes.StringType);

  private BenchData() {}

  /** Makes what is not there yet. */
  public static void main(String[] args) throws IOException {
    double scale = Double.parseDouble(args[1]);
    try (SparkSession spark = BenchSession.open()) {
      for (int i = 2; i < args.length; i++) {
        make(spark, Path.of(args[0], args[i]), Workload.of(args[i]), scale);
      }
    }
  }

  private static void make(SparkSession spark, Path directory, Workload work, double scale)
      throws IOException {
    if (Files.exists(directory.resolve("right.parquet"))) {
      return;
    }
    Files.createDirectories(directory);
    if (work == Workload.ZONAL) {
      BenchRaster.write(
          directory.resolve("left.tif"),
          (int) Math.round(Math.sqrt((double) work.leftRows(scale))));
    } else {
      Path left = directory.resolve("left.csv");
      write(left, work.leftRows(scale), work.leftPoints(), id -> work.left(id, scale));
      parquet(spark, left, work.leftPoints());
    }
    Path right = directory.resolve("right.csv");
    write(right, work.rightRows(scale), work.rightPoints(), id -> work.right(id, scale));
    parquet(spark, right, work.rightPoints());
  }

  private static void write(Path file, long rows, boolean points, LongFunction<Geometry> shape)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(points ? "id,x,y\n" : "id,class,wkt\n");
      for (long id = 0; id < rows; id++) {
        Geometry geometry = shape.apply(id);
        out.write(Long.toString(id));
        if (points) {
          out.write("," + geometry.getCoordinate().x + "," + geometry.getCoordinate().y + "\n");
        } else {
          out.write("," + Workload.classOf(id) + ",\"" + geometry.toText() + "\"\n");
        }
      }
    }
  }

  private static void parquet(SparkSession spark, Path csv, boolean points) {
    Dataset<Row> rows =
        spark.read().schema(points ? POINTS : SHAPES).option("header", "true").csv(csv.toString());
    MapFunction<Row, Row> binary =
        row ->
            RowFactory.create(
                row.get(0), row.get(1), Wkb.write(new WKTReader().read(row.getString(2))));
    StructType type =
        new StructType()
            .add("id", DataTypes.LongType)
            .add("class", DataTypes.IntegerType)
            .add("wkb", DataTypes.BinaryType);
    Dataset<Row> out = points ? rows : rows.map(binary, Encoders.row(type));
    out.orderBy(col("id"))
        .coalesce(BenchSession.FILES)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(csv.toString().replace(".csv", ".parquet"));
  }
}

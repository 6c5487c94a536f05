package org.riskcensus.pipeline.layer;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.read.FileParts;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.formats.read.UnreadableFileException;
import org.riskcensus.formats.write.FieldType;
import org.riskcensus.pipeline.spatial.SpatialSide;

/**
 * A layer as a dataset laid out as {@link SpatialSide} says, with an account of what was read.
 * Attributes are named by a prefix and number, since names of files may be anything. They have the
 * types the source declares; what a file of text has stays as filed, so that codes keep their
 * zeros.
 *
 * @param input the file or table
 * @param prefix of the names of attributes
 * @param transform into the system worked in; null where coordinates stay
 * @param spread whether rows of a file that one task must read are given to many
 * @param account filled as the rows are read
 */
public record LayerRows(
    LayerInput input,
    String prefix,
    @Nullable CoordinateTransform transform,
    boolean spread,
    InputAccount account) {

  private static final long WORTH_SPREADING_BYTES = 4L << 20;
  private static final int PARTS_A_TASK = 2;

  /** The side whose rows stream. */
  public static LayerRows left(SparkSession spark, LayerInput input) {
    return new LayerRows(input, "l", null, true, account(spark, input));
  }

  /** The side that is looked up. */
  public static LayerRows right(
      SparkSession spark, LayerInput input, @Nullable CoordinateTransform transform) {
    return new LayerRows(input, "r", transform, false, account(spark, input));
  }

  private static InputAccount account(SparkSession spark, LayerInput input) {
    InputAccount account = new InputAccount();
    spark.sparkContext().register(account, input.name());
    return account;
  }

  /** The rows with the given attributes, in the order of the file over all partitions. */
  public Dataset<Row> rows(SparkSession spark, List<String> fields) {
    SourceSpec spec = input.spec();
    return spec == null ? ofTable(spark, fields) : ofFile(spark, spec, fields);
  }

  private Dataset<Row> ofFile(SparkSession spark, SourceSpec spec, List<String> fields) {
    SideRows side = new SideRows(transform, fields.size());
    InputAccount rowAccount = account;
    List<FileRows.Field> names = new ArrayList<>();
    fields.forEach(
        field ->
            names.add(
                new FileRows.Field(field, input.types().getOrDefault(field, FieldType.STRING))));
    StructType schema = SpatialSide.schema();
    for (int i = 0; i < fields.size(); i++) {
      schema = schema.add(prefix + i, FieldTypes.column(names.get(i).type()), true);
    }
    int tasks = spark.sparkContext().defaultParallelism();
    List<SourceSpec> parts = parts(spec, PARTS_A_TASK * tasks);
    Dataset<Row> rows =
        spark.createDataFrame(
            JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(parts, parts.size())
                .flatMap(part -> new FileRows(part, names, side, rowAccount)),
            schema);
    return spread && parts.size() < tasks && input.bytes() > WORTH_SPREADING_BYTES
        ? rows.repartition(PARTS_A_TASK * tasks, functions.col("row"))
        : rows;
  }

  private static List<SourceSpec> parts(SourceSpec spec, int most) {
    try {
      return FileParts.of(spec, most);
    } catch (UnreadableFileException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Dataset<Row> ofTable(SparkSession spark, List<String> fields) {
    Dataset<Row> table = spark.table(input.name());
    List<Column> columns = new ArrayList<>();
    columns.add(functions.monotonically_increasing_id().as("row"));
    columns.add(functions.col("geometry"));
    StructType schema = SpatialSide.schema();
    for (int i = 0; i < fields.size(); i++) {
      Column value = plain(table.schema().apply(fields.get(i)));
      columns.add(value.as(prefix + i));
      DataType type = table.select(value).schema().apply(0).dataType();
      schema = schema.add(prefix + i, type, true);
    }
    SideRows side = new SideRows(transform, fields.size());
    InputAccount rowAccount = account;
    MapPartitionsFunction<Row, Row> layOut = rows -> layOut(rows, side, rowAccount);
    return table.select(columns.toArray(Column[]::new)).mapPartitions(layOut, Encoders.row(schema));
  }

  /** A column of a table in a type that a file can hold. */
  private static Column plain(StructField field) {
    Column column = functions.col("`" + field.name() + "`");
    DataType type = field.dataType();
    if (type.equals(DataTypes.BinaryType)) {
      return functions.hex(column);
    }
    if (type.equals(DataTypes.TimestampType)) {
      return column.cast(DataTypes.StringType);
    }
    boolean nested = type.typeName().matches("map|array|struct");
    return nested ? functions.to_json(column) : column;
  }

  private static Iterator<Row> layOut(Iterator<Row> rows, SideRows side, InputAccount account) {
    InputAccount.Part part = new InputAccount.Part(TaskContext.getPartitionId());
    return new Iterator<>() {
      private boolean told;

      @Override
      public boolean hasNext() {
        boolean more = rows.hasNext();
        if (!more && !told) {
          told = true;
          account.add(part);
        }
        return more;
      }

      @Override
      public Row next() {
        Row row = rows.next();
        Geometry geometry = row.isNullAt(1) ? null : Wkb.read(row.<byte[]>getAs(1));
        @Nullable Object[] values = side.values(row.getLong(0), geometry, null, part);
        for (int i = 0; i < side.attributes(); i++) {
          values[SpatialSide.LEADING + i] = row.get(2 + i);
        }
        return SideRows.row(values);
      }
    };
  }
}

package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.pipeline.contract.Rule;

/**
 * The shape in which every check gives what it found: the columns that say where a row comes from,
 * and a struct {@code found} that says what is wrong. A finding over many rows has no row number.
 */
public final class Found {

  /** The columns that trace a finding to its row. */
  static final List<String> ORIGIN =
      List.of(
          "dataset",
          "county_code",
          "source_id",
          "submission_id",
          "file",
          "row_number",
          "object_id",
          "admin_code");

  static final StructType ORIGIN_TYPE =
      new StructType()
          .add("dataset", DataTypes.StringType)
          .add("county_code", DataTypes.StringType)
          .add("source_id", DataTypes.StringType)
          .add("submission_id", DataTypes.StringType)
          .add("file", DataTypes.StringType)
          .add("row_number", DataTypes.LongType)
          .add("object_id", DataTypes.StringType)
          .add("admin_code", DataTypes.StringType);

  private static final StructType WORDING =
      new StructType()
          .add("phrase", DataTypes.StringType)
          .add("values", DataTypes.createArrayType(DataTypes.StringType));

  /** Type of the column {@code found}; {@code waiver} is the number of the waiver it has. */
  public static final StructType FINDING =
      new StructType()
          .add("rule", DataTypes.StringType)
          .add("severity", DataTypes.StringType)
          .add("field", DataTypes.StringType)
          .add("observed", WORDING)
          .add("expected", WORDING)
          .add("proposal", WORDING)
          .add("waiver", DataTypes.IntegerType);

  /** The columns of origin and {@code found}. */
  public static final StructType TYPE = ORIGIN_TYPE.add("found", FINDING);

  private Found() {}

  /** The columns of {@link #ORIGIN}, followed by others. */
  static Column[] origin(Column... more) {
    Column[] all = Arrays.copyOf(columns(), ORIGIN.size() + more.length);
    System.arraycopy(more, 0, all, ORIGIN.size(), more.length);
    return all;
  }

  /** The columns that say where a row comes from. */
  public static Column[] columns() {
    return ORIGIN.stream().map(name -> col(name)).toArray(Column[]::new);
  }

  /** The rows of {@code wrong} with what is wrong with them. */
  static Dataset<Row> of(
      Dataset<Row> wrong, Rule rule, Column field, Column observed, Column expected) {
    return of(wrong, rule, field, observed, expected, lit(null));
  }

  /** The same with a proposal of what to do. */
  static Dataset<Row> of(
      Dataset<Row> wrong,
      Rule rule,
      Column field,
      Column observed,
      Column expected,
      Column proposal) {
    Column found =
        finding(lit(rule.id()), lit(rule.severity().name()), field, observed, expected, proposal);
    return wrong.select(origin(found.as("found")));
  }

  /** A struct {@code found} of columns; the last three are {@link #value} or {@link #phrase}. */
  public static Column finding(
      Column rule,
      Column severity,
      Column field,
      Column observed,
      Column expected,
      Column proposal) {
    return struct(
            rule.as("rule"),
            severity.as("severity"),
            field.as("field"),
            observed.as("observed"),
            expected.as("expected"),
            proposal.as("proposal"),
            lit(null).as("waiver"))
        .cast(FINDING);
  }

  /** A column as {@link Wording#of} words a value. */
  public static Column value(Column value) {
    return phrase("", value);
  }

  /** Columns as {@link Wording#phrase} words them. */
  public static Column phrase(String id, Column... values) {
    Column[] texts = Stream.of(values).map(v -> v.cast("string")).toArray(Column[]::new);
    return struct(lit(id).as("phrase"), array(texts).as("values"));
  }

  /** The struct {@code found} for checks that work on rows in Java. */
  static Row finding(Rule rule, Wording observed, Wording expected, @Nullable Wording proposal) {
    return row(new Finding(rule.id(), rule.severity(), "geometry", observed, expected, proposal));
  }

  /** The struct {@code found} of a finding. */
  public static Row row(Finding f) {
    return RowFactory.create(
        f.rule(),
        f.severity().name(),
        f.field(),
        row(f.observed()),
        row(f.expected()),
        f.proposal() == null ? null : row(f.proposal()),
        null);
  }

  /** The finding of a struct {@code found}. */
  public static Finding finding(Row found) {
    Row proposal = found.getAs("proposal");
    return new Finding(
        found.getAs("rule"),
        Severity.valueOf(found.getAs("severity")),
        found.getAs("field"),
        wording(found.getAs("observed")),
        wording(found.getAs("expected")),
        proposal == null ? null : wording(proposal));
  }

  private static Wording wording(Row told) {
    return new Wording(told.getAs("phrase"), told.getList(told.fieldIndex("values")));
  }

  private static Row row(Wording wording) {
    return RowFactory.create(wording.phrase(), wording.values().toArray(String[]::new));
  }

  /** A row of {@link #TYPE} for the row {@code of}, which begins with the columns of origin. */
  static Row row(Row of, Row finding) {
    Object[] values = new Object[ORIGIN.size() + 1];
    for (int i = 0; i < ORIGIN.size(); i++) {
      values[i] = of.get(i);
    }
    values[ORIGIN.size()] = finding;
    return RowFactory.create(values);
  }

  /** The same for a finding over many rows, which names no row and no object. */
  static Row ofMany(Row of, Row finding) {
    Object[] values = new Object[ORIGIN.size() + 1];
    for (int i = 0; i < ORIGIN.size(); i++) {
      values[i] = i < ORIGIN.indexOf("row_number") ? of.get(i) : null;
    }
    values[ORIGIN.size()] = finding;
    return RowFactory.create(values);
  }

  /** Text with numbers written the same everywhere. */
  @SuppressWarnings("AnnotateFormatMethod")
  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

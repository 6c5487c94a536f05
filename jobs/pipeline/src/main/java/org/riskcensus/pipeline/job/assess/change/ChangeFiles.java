package org.riskcensus.pipeline.job.assess.change;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.formats.map.LevelChange;
import org.riskcensus.formats.style.ClassStyle;
import org.riskcensus.formats.style.LayerStyle;
import org.riskcensus.formats.write.LayerField;
import org.riskcensus.formats.write.LayerSchema;
import org.riskcensus.formats.write.LayerWriter;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.formats.write.WriteOptions;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;

/**
 * Changes as a file: units whose level changed with the polygon of the unit, or the areas. CSV and
 * XLSX are for people and without shapes; other formats carry the style of the changes.
 */
final class ChangeFiles {

  private static final Set<String> FOR_PEOPLE = Set.of("csv", "xlsx");

  private final Changes changes;
  private final Contracts contracts;
  private final ChangeNames names;

  ChangeFiles(Changes changes, Contracts contracts) {
    this.changes = changes;
    this.contracts = contracts;
    this.names = new ChangeNames(changes, contracts, Language.ZH);
  }

  /** Writes the units; the number of rows. */
  long units(Path file) throws IOException {
    Dataset<Row> rows = changes.changedUnits();
    if (!forPeople(file)) {
      Dataset<Row> later = shapes(changes.to());
      Dataset<Row> earlier =
          shapes(changes.from())
              .join(
                  later.select("admin_code"), ChangeJob.scala(List.of("admin_code")), "left_anti");
      rows =
          rows.join(later.union(earlier), ChangeJob.scala(List.of("admin_code")), "left")
              .orderBy("admin_code", "hazard");
    }
    return write(file, "unit_change", "单元风险等级变化", ChangeField.UNITS, rows);
  }

  private static Dataset<Row> shapes(ReleasedAssessment release) {
    return release.read("staging.admin_unit").select(col("admin_code"), col("geometry"));
  }

  /** Writes the areas; the number of rows. */
  long areas(Path file) throws IOException {
    Dataset<Row> rows = forPeople(file) ? changes.changedAreas() : ChangeAreas.of(changes);
    return write(file, "area_change", "风险等级变化区", ChangeField.AREAS, rows);
  }

  private static boolean forPeople(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return FOR_PEOPLE.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private long write(
      Path file, String layer, String title, List<ChangeField> fields, Dataset<Row> rows)
      throws IOException {
    boolean people = forPeople(file);
    List<LayerField> layerFields =
        fields.stream()
            .map(f -> new LayerField(f.name(), f.label(), people ? f.readersType() : f.type()))
            .toList();
    LayerSchema schema =
        people
            ? new LayerSchema(title, layerFields, null, null)
            : new LayerSchema(layer, layerFields, "MULTIPOLYGON", Crs.CGCS2000.code());
    WriteOptions options = new WriteOptions(StandardCharsets.UTF_8, people, false);
    Optional<LayerStyle> style = people ? Optional.empty() : Optional.of(style(title));
    try (LayerWriter writer = LayerWriters.create(file, schema, options, style)) {
      return write(writer, fields, people, rows.toLocalIterator());
    }
  }

  private long write(
      LayerWriter writer, List<ChangeField> fields, boolean people, Iterator<Row> rows)
      throws IOException {
    boolean whole = false;
    try {
      long written = 0;
      while (rows.hasNext()) {
        Row row = rows.next();
        List<@Nullable Object> values = new ArrayList<>();
        for (ChangeField field : fields) {
          Object value = row.<@Nullable Object>getAs(field.column());
          values.add(people ? names.of(field, value) : value);
        }
        writer.write(values, people ? null : geometry(row));
        written++;
      }
      whole = true;
      return written;
    } finally {
      if (!whole) {
        writer.abandon();
      }
    }
  }

  private static @Nullable Geometry geometry(Row row) {
    byte[] wkb = row.<byte @Nullable []>getAs("geometry");
    return wkb == null ? null : Wkb.read(wkb);
  }

  private LayerStyle style(String title) {
    List<LayerStyle.Entry> hazards =
        contracts.codeList("risk_kind").entries().stream()
            .map((CodeList.Entry hazard) -> new LayerStyle.Entry(hazard.code(), hazard.zh()))
            .toList();
    CodeList changeNames = contracts.codeList("level_change");
    List<ClassStyle> classes =
        Arrays.stream(LevelChange.values())
            .filter(change -> change != LevelChange.UNCHANGED)
            .map(
                change ->
                    new ClassStyle(
                        change.code(), changeNames.get(change.code()).zh(), change.colour()))
            .toList();
    return new LayerStyle(title, "hazard", hazards, "change", classes);
  }
}

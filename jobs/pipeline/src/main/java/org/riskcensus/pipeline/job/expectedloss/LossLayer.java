package org.riskcensus.pipeline.job.expectedloss;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.formats.write.FieldType;
import org.riskcensus.formats.write.LayerField;
import org.riskcensus.formats.write.LayerSchema;

/**
 * The file of losses: {@code object_id, damage_<RP>…, ead}, in CSV exactly these, in other formats
 * with the geometry of the assets as filed.
 */
final class LossLayer {

  private final ExpectedLossPlan plan;
  private final Set<String> shapes;
  private final boolean spatial;

  /**
   * The layer of a request.
   *
   * @param shapes the types of geometry among the assets
   */
  LossLayer(ExpectedLossPlan plan, Set<String> shapes) {
    this.plan = plan;
    this.shapes = shapes;
    this.spatial = !isCsv(plan.out());
  }

  static boolean isCsv(Path out) {
    return out.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  LayerSchema schema() {
    List<LayerField> fields = new ArrayList<>();
    fields.add(new LayerField("object_id", "对象编号", FieldType.STRING));
    for (HazardSource hazard : plan.task().hazards()) {
      String label = hazard.label() + "年一遇损失";
      fields.add(new LayerField(hazard.column(), label, FieldType.DOUBLE));
    }
    fields.add(new LayerField("ead", "期望年损失", FieldType.DOUBLE));
    return new LayerSchema(
        "expected_loss", fields, spatial ? type() : null, spatial ? plan.crs() : null);
  }

  private String type() {
    if (shapes.equals(Set.of("Point"))) {
      return "POINT";
    }
    for (String single : List.of("Point", "LineString", "Polygon")) {
      if (Set.of(single, "Multi" + single).containsAll(shapes)) {
        return ("Multi" + single).toUpperCase(Locale.ROOT);
      }
    }
    return "GEOMETRY";
  }

  List<@Nullable Object> values(Row loss) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(loss.getAs("object_id"));
    values.addAll(loss.getList(loss.fieldIndex("damage")));
    values.add(loss.getAs("ead"));
    return values;
  }

  @Nullable Geometry geometry(Row loss) {
    return spatial ? Wkb.read(loss.<byte[]>getAs("filed")) : null;
  }
}

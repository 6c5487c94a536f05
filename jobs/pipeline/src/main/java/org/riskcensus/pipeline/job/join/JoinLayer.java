package org.riskcensus.pipeline.job.join;

import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.pipeline.layer.LayerInput;
import org.riskcensus.pipeline.layer.LayerOutput;
import org.riskcensus.pipeline.spatial.ClassJoin;
import org.riskcensus.pipeline.spatial.SpatialSide;

/** The fields of joined rows: those of the left side, those of the right side, the measures. */
final class JoinLayer {

  private JoinLayer() {}

  static LayerOutput of(JoinConfig config, StructType joined) {
    LayerOutput output = new LayerOutput(config.left(), config.crs().crs());
    for (int i = SpatialSide.LEADING; i < joined.length(); i++) {
      String column = joined.apply(i).name();
      if (!column.equals("right_row") && !column.equals(ClassJoin.RANK)) {
        output.add(name(config, column), joined, i);
      }
    }
    return output;
  }

  /** The name in the file of an attribute, which is numbered in the rows; else its own. */
  private static String name(JoinConfig config, String column) {
    if (!column.matches("[lr][0-9]+")) {
      return column;
    }
    if (column.startsWith("r") && config.classes().isPresent()) {
      return config.classes().get().field();
    }
    LayerInput side = column.startsWith("l") ? config.left() : config.right();
    List<String> fields = side.fields();
    return fields.get(Integer.parseInt(column.substring(1)));
  }
}

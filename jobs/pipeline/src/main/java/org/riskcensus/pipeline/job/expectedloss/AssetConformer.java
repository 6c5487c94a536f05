package org.riskcensus.pipeline.job.expectedloss;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.raster.GridFrame;
import org.riskcensus.formats.read.SourceRow;
import org.riskcensus.pipeline.contract.NumberText;

/**
 * Makes one filed asset a row of {@link AssetRows} and says what is wrong with it. A row with a
 * problem is never computed with: the whole request is refused.
 */
final class AssetConformer {

  private static final int MOST_BLOCKS = 64;
  private static final int TILE = 512;

  private static final GridFrame.Cell NOWHERE = new GridFrame.Cell(-1, -1);

  private final LossTask task;

  AssetConformer(LossTask task) {
    this.task = task;
  }

  Row conform(SourceRow row) {
    List<String> problems = new ArrayList<>();
    if (row.problem() != null) {
      problems.add(row.problem());
    }
    String id = id(row, problems);
    String curve = curve(row.attributes(), problems);
    double value = value(row.attributes(), problems);
    Geometry filed = row.geometry();
    Geometry placed = placed(filed, row.problem(), problems);
    GridFrame.Cell block = block(placed);
    return RowFactory.create(
        row.rowNumber(),
        id,
        curve,
        value,
        filed == null ? null : Wkb.write(filed),
        placed == null ? null : Wkb.write(placed),
        filed == null ? null : filed.getGeometryType(),
        block.row(),
        block.column(),
        problems.isEmpty() ? null : String.join("; ", problems));
  }

  private String id(SourceRow row, List<String> problems) {
    String field = task.fields().id();
    if (field == null) {
      return Long.toString(row.rowNumber());
    }
    String id = row.attributes().get(field);
    if (id == null) {
      problems.add(field + " is empty");
    }
    return id == null ? "" : id.strip();
  }

  private String curve(Map<String, String> attributes, List<String> problems) {
    String field = task.fields().curve();
    if (field == null) {
      return String.valueOf(task.curve());
    }
    String name = attributes.get(field);
    if (name == null) {
      problems.add(field + " is empty, so no damage curve is known");
    } else if (!task.curves().containsKey(name.strip())) {
      problems.add(field + " '" + name + "' is no damage curve; " + task.curves().keySet());
    }
    return name == null ? "" : name.strip();
  }

  private double value(Map<String, String> attributes, List<String> problems) {
    String field = task.fields().value();
    String text = attributes.get(field);
    Optional<BigDecimal> number = text == null ? Optional.empty() : NumberText.parse(text);
    if (text == null) {
      problems.add(field + " is empty");
    } else if (number.isEmpty()) {
      problems.add(field + " '" + text + "' is not a number");
    } else if (number.get().signum() < 0) {
      problems.add(field + " '" + text + "' is negative");
    }
    return number.map(BigDecimal::doubleValue).orElse(0.0);
  }

  private @Nullable Geometry placed(
      @Nullable Geometry filed, @Nullable String known, List<String> problems) {
    if (filed == null || filed.isEmpty()) {
      if (known == null) {
        problems.add("geometry is missing");
      }
      return null;
    }
    if (task.toGrid() == null) {
      return filed;
    }
    try {
      return task.toGrid().apply(filed);
    } catch (IllegalArgumentException e) {
      problems.add("geometry: " + e.getMessage());
      return null;
    }
  }

  /**
   * Neighbours on the grid get one block, so that a part of the grid is decoded once. Blocks of a
   * grid too large to be held are whole tiles of the usual sizes.
   */
  private GridFrame.Cell block(@Nullable Geometry placed) {
    GridFrame frame = task.frame();
    if (placed == null) {
      return NOWHERE;
    }
    return frame
        .find(placed.getEnvelopeInternal().centre())
        .map(
            cell ->
                new GridFrame.Cell(
                    part(cell.column(), frame.columns()), part(cell.row(), frame.rows())))
        .orElse(NOWHERE);
  }

  private static int part(int index, int of) {
    int least = of > 4 * TILE ? TILE : 1;
    return index / Math.max(least, of / MOST_BLOCKS + 1);
  }
}

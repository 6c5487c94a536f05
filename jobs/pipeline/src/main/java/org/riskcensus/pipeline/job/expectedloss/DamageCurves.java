package org.riskcensus.pipeline.job.expectedloss;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.hazard.Curve;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.SourceRow;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.formats.read.UnreadableFileException;
import org.riskcensus.pipeline.contract.NumberText;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Damage curves 损失曲线 from a long table with the columns {@code curve}, {@code depth_m} (metres,
 * strictly ascending within a curve) and {@code damage_ratio} (0 to 1, never falling).
 */
final class DamageCurves {

  static final String CURVE = "curve";
  static final String DEPTH = "depth_m";
  static final String RATIO = "damage_ratio";

  private static final int MOST_NODES = 1_000_000;

  private record Node(long row, double depthMetres, double ratio) {}

  private final String file;
  private final Problems problems;
  private final Map<String, List<Node>> nodes = new LinkedHashMap<>();
  private final Map<String, String> columns = new TreeMap<>();

  private DamageCurves(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The curves by name, those without a problem. */
  static Map<String, Curve> read(SourceSpec source, Problems problems) {
    DamageCurves curves = new DamageCurves(source.path(), problems);
    try (RowReader rows = RowReaders.open(source)) {
      if (curves.header(rows.fields())) {
        curves.rows(rows);
      }
    } catch (UnreadableFileException e) {
      problems.add(source.path(), 0, FileProblem.reason(source, e));
    } catch (UncheckedIOException | IOException e) {
      problems.add(source.path(), 0, "cannot be read: " + e.getMessage());
    }
    return curves.build();
  }

  private boolean header(List<String> fields) {
    for (String name : List.of(CURVE, DEPTH, RATIO)) {
      Optional<String> column = FieldNames.find(fields, name);
      if (column.isPresent()) {
        columns.put(name, column.get());
      } else {
        problems.add(file, 0, "has no column " + name + "; it has " + fields);
      }
    }
    return columns.size() == 3;
  }

  private void rows(RowReader rows) {
    for (int read = 0; rows.hasNext(); read++) {
      if (read == MOST_NODES) {
        problems.add(file, 0, "has more than " + MOST_NODES + " rows, too many for damage curves");
        return;
      }
      row(rows.next());
    }
  }

  private void row(SourceRow row) {
    String name = row.attributes().get(column(CURVE));
    OptionalDouble depth = number(row, DEPTH);
    OptionalDouble ratio = number(row, RATIO);
    if (row.problem() != null) {
      problem(row.rowNumber(), row.problem());
    } else if (name == null) {
      problem(row.rowNumber(), CURVE + " is empty");
    } else if (depth.isPresent() && ratio.isPresent()) {
      nodes
          .computeIfAbsent(name.strip(), n -> new ArrayList<>())
          .add(new Node(row.rowNumber(), depth.getAsDouble(), ratio.getAsDouble()));
    }
  }

  private OptionalDouble number(SourceRow row, String name) {
    @Nullable String text = row.attributes().get(column(name));
    Optional<BigDecimal> number = text == null ? Optional.empty() : NumberText.parse(text);
    if (number.isEmpty()) {
      String what = text == null ? " is empty" : " '" + text + "' is not a number";
      problem(row.rowNumber(), name + what);
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(number.get().doubleValue());
  }

  private String column(String name) {
    return columns.getOrDefault(name, name);
  }

  private Map<String, Curve> build() {
    Map<String, Curve> curves = new TreeMap<>();
    nodes.forEach(
        (name, list) -> {
          if (check(name, list)) {
            curves.put(
                name,
                new Curve(
                    list.stream().map(Node::depthMetres).toList(),
                    list.stream().map(Node::ratio).toList()));
          }
        });
    if (nodes.isEmpty() && problems.isEmpty()) {
      problems.add(file, 0, "holds no curve");
    }
    return curves;
  }

  private boolean check(String name, List<Node> list) {
    boolean good = true;
    for (int i = 0; i < list.size(); i++) {
      Node node = list.get(i);
      String what = null;
      if (!(node.ratio >= 0 && node.ratio <= 1)) {
        what = RATIO + " " + node.ratio + " is outside 0..1 (a share, not percent)";
      } else if (i > 0 && !(list.get(i - 1).depthMetres < node.depthMetres)) {
        what = DEPTH + " " + node.depthMetres + " does not ascend after row " + list.get(i - 1).row;
      } else if (i > 0 && node.ratio < list.get(i - 1).ratio) {
        what = RATIO + " " + node.ratio + " falls although the water is deeper";
      }
      if (what != null) {
        problem(node.row, "curve '" + name + "': " + what);
        good = false;
      }
    }
    return good;
  }

  private void problem(long row, String message) {
    problems.add(file, 0, "row " + row + ": " + message);
  }
}

package org.riskcensus.pipeline.method;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.riskcensus.core.hazard.FloodMethod;
import org.riskcensus.core.hazard.FloodSeverity;
import org.riskcensus.core.hazard.FloodSeverity.Measure;
import org.riskcensus.core.hazard.FloodZoning;
import org.riskcensus.core.hazard.FloodZoning.End;
import org.riskcensus.core.hazard.HazardMethod;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Reads the method of flood 洪水, and tells everything that is wrong with it at its line. Classes of
 * velocity, of depth × velocity and of duration may be left out, as files of version 1 do: floods
 * then have the severity of their depth.
 */
final class FloodMethodReader {

  private static final String PERIODS = "return_periods_a";
  private static final String INDEX = "index";
  private static final Map<String, Measure> BREAKS = new LinkedHashMap<>();

  static {
    BREAKS.put("depth_breaks_m", Measure.DEPTH);
    BREAKS.put("velocity_breaks_ms", Measure.VELOCITY);
    BREAKS.put("depth_velocity_breaks_m2s", Measure.DEPTH_VELOCITY);
    BREAKS.put("duration_breaks_h", Measure.DURATION);
  }

  private static final String CUTS = "zoning_cuts_m";
  private static final String BELOW = "zoning_below_first";
  private static final String BEYOND = "zoning_beyond_last";

  private final MethodFile file;
  private final int zoneClasses;

  private FloodMethodReader(MethodFile file, int zoneClasses) {
    this.file = file;
    this.zoneClasses = zoneClasses;
  }

  /** Columns of a flood extent that the file asks for. */
  static List<String> inputs(MethodFile file) {
    List<String> inputs = new ArrayList<>(List.of("depth_m", "return_period_a"));
    if (file.has("velocity_breaks_ms") || file.has("depth_velocity_breaks_m2s")) {
      inputs.add("velocity_ms");
    }
    if (file.has("duration_breaks_h")) {
      inputs.add("duration_h");
    }
    return inputs;
  }

  /**
   * The method; what is wrong is noted, and an exception may end the reading then.
   *
   * @param zoneClasses number of classes of flood zones
   */
  static HazardMethod read(MethodFile file, int zoneClasses, LevelBreaks levels) {
    return new FloodMethodReader(file, zoneClasses).read(levels);
  }

  private HazardMethod read(LevelBreaks levels) {
    List<String> known = new ArrayList<>(BREAKS.keySet());
    known.addAll(List.of(PERIODS, INDEX, CUTS, BELOW, BEYOND));
    file.allow(known);
    Map<Measure, List<Double>> breaks = new EnumMap<>(Measure.class);
    int classes = file.numbers("depth_breaks_m").size() + 1;
    BREAKS.forEach(
        (name, measure) -> {
          if (measure == Measure.DEPTH || file.has(name)) {
            breaks.put(measure, breaks(name, classes, measure == Measure.DEPTH));
          }
        });
    List<Integer> periods = file.integers(PERIODS);
    requireAscending(PERIODS, periods, true);
    List<List<Double>> index = index(classes, periods.size());
    FloodZoning zoning = file.has(CUTS) ? zoning() : null;
    return new FloodMethod(new FloodSeverity(breaks), periods, index, zoning, levels);
  }

  private FloodZoning zoning() {
    List<Double> cuts = file.numbers(CUTS);
    if (cuts.size() + 1 != zoneClasses) {
      file.value(CUTS)
          .problem(
              "%s needs %d numbers, one less than the classes of flood_zone_class, got %s"
                  .formatted(CUTS, zoneClasses - 1, cuts));
    }
    requireAscending(CUTS, cuts, true);
    End below = end(BELOW);
    End beyond = end(BEYOND);
    return new FloodZoning(new LevelBreaks(cuts), below, beyond);
  }

  private End end(String name) {
    YamlNode node = file.value(name);
    for (End end : End.values()) {
      if (end.name().toLowerCase(Locale.ROOT).equals(node.text())) {
        return end;
      }
    }
    node.problem(name + " is zero or constant");
    return End.ZERO;
  }

  private List<Double> breaks(String name, int classes, boolean strict) {
    List<Double> breaks = file.numbers(name);
    if (breaks.size() + 1 != classes) {
      file.value(name)
          .problem(
              "%s needs %d numbers, one less than the %d classes of the depth, got %s"
                  .formatted(name, classes - 1, classes, breaks));
    }
    requireAscending(name, breaks, strict);
    return breaks;
  }

  private void requireAscending(String name, List<? extends Number> numbers, boolean strict) {
    double before = 0;
    for (int i = 0; i < numbers.size(); i++) {
      double number = numbers.get(i).doubleValue();
      if (number < before || (number == before && (strict || i == 0))) {
        String how = strict ? "must strictly ascend from above 0" : "must not fall, from above 0";
        file.value(name).problem("%s %s, got %s".formatted(name, how, numbers));
        return;
      }
      before = number;
    }
  }

  /** The matrix, with a problem at the line of each row that breaks its shape or monotony. */
  private List<List<Double>> index(int classes, int periods) {
    YamlNode node = file.value(INDEX);
    List<List<Double>> rows = new ArrayList<>();
    for (YamlNode row : node.items()) {
      List<Double> numbers = MethodFile.numbers(row);
      if (numbers.size() != periods) {
        row.problem("a row of the index has a number for each return period, got " + numbers);
      }
      for (int column = 0; column < numbers.size(); column++) {
        monotone(row, numbers, column, rows);
      }
      rows.add(numbers);
    }
    if (rows.size() != classes) {
      node.problem(
          "the index has %d rows, but there are %d severity classes"
              .formatted(rows.size(), classes));
    }
    return rows;
  }

  private static void monotone(
      YamlNode row, List<Double> numbers, int column, List<List<Double>> above) {
    double here = numbers.get(column);
    List<Double> weaker = above.isEmpty() ? List.of() : above.get(above.size() - 1);
    if (here < 0 || here > 1) {
      row.problem("an index lies in 0..1, got " + here);
    }
    if (column < weaker.size() && here < weaker.get(column)) {
      row.problem("the index %s falls with severity, column %d".formatted(here, column + 1));
    }
    if (column > 0 && here > numbers.get(column - 1)) {
      row.problem("the index %s grows with rarity, column %d".formatted(here, column + 1));
    }
  }
}

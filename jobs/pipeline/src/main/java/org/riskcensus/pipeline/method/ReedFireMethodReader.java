package org.riskcensus.pipeline.method;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.riskcensus.core.hazard.FireAccess;
import org.riskcensus.core.hazard.HazardMethod;
import org.riskcensus.core.hazard.IgnitionRings;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.core.hazard.ReedFireMethod;
import org.riskcensus.core.hazard.ReedFireMethod.Factor;
import org.riskcensus.core.hazard.ReedSeason;
import org.riskcensus.core.hazard.ReferenceRange;
import org.riskcensus.core.weighting.Weighting;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Reads the method of reed fire 苇场火灾, and tells everything that is wrong with it at its line.
 * Season, fire breaks and access may be left out with their weights, as files of version 2 do.
 */
final class ReedFireMethodReader {

  private static final String WEIGHTS = "weights";
  private static final String FUEL = "fuel_load_t_ha";
  private static final String MOISTURE = "moisture_pct";
  private static final String FIRES = "fires_10a";
  private static final String MONTHS = "dry_season_months";
  private static final String REGROWTH = "regrowth_months";
  private static final String STUBBLE = "stubble_share";
  private static final String BREAKS = "fire_break_m_ha";
  private static final String REACH = "road_reach_m";
  private static final String GRADES = "road_grades";
  private static final String STATION = "station_distance_m";
  private static final String KINDS = "station_kinds";
  private static final List<String> RINGS =
      List.of("ring_distances_m", "ring_scores", "beyond_score", "ignition_weights");
  private static final List<String> BELT = List.of("belt_width_m", "belt_factor");

  private final MethodFile file;

  private ReedFireMethodReader(MethodFile file) {
    this.file = file;
  }

  /** Staging tables that the file asks for. */
  static List<String> tables(MethodFile file) {
    List<String> tables = new ArrayList<>(List.of("reed_wetland", "ignition_source"));
    if (file.has(REACH)) {
      tables.addAll(List.of("road", "rescue_team"));
    }
    return tables;
  }

  /** Columns of a wetland that the file asks for. */
  static List<String> inputs(MethodFile file) {
    List<String> inputs = new ArrayList<>(List.of("fuel_load_t_ha", "moisture_pct"));
    if (file.has(MONTHS)) {
      inputs.addAll(List.of("dry_season", "harvest_date"));
    }
    inputs.add("open_water_pct");
    if (file.has(BREAKS)) {
      inputs.add("fire_break_m");
    }
    inputs.add("fires_10a");
    return inputs;
  }

  /**
   * The method; what is wrong is noted, and an exception may end the reading then.
   *
   * @param codes the codes of a list
   */
  static HazardMethod read(MethodFile file, Codes codes, LevelBreaks levels) {
    return new ReedFireMethodReader(file).read(codes, levels);
  }

  /** Code lists by name. */
  interface Codes {
    /** The codes of a list. */
    List<String> of(String list);
  }

  private HazardMethod read(Codes codes, LevelBreaks levels) {
    List<String> known = new ArrayList<>(List.of(WEIGHTS, FUEL, MOISTURE, FIRES));
    known.addAll(RINGS);
    known.addAll(BELT);
    known.addAll(List.of(MONTHS, REGROWTH, STUBBLE, BREAKS, REACH, GRADES, STATION, KINDS));
    file.allow(known);
    ReferenceRange breaks = file.has(BREAKS) ? MethodFile.range(file.value(BREAKS)) : null;
    return new ReedFireMethod(
        weights(),
        new ReedFireMethod.Ranges(
            MethodFile.range(file.value(FUEL)),
            MethodFile.range(file.value(MOISTURE)),
            MethodFile.range(file.value(FIRES)),
            breaks),
        file.has(MONTHS) ? file.build(this::season).orElse(null) : null,
        file.has(REACH) ? file.build(() -> access(codes)).orElse(null) : null,
        new IgnitionRings(
            file.numbers("ring_distances_m"),
            file.numbers("ring_scores"),
            file.share("beyond_score"),
            file.table("ignition_weights")),
        new ReedFireMethod.Belt(file.number("belt_width_m"), file.share("belt_factor")),
        levels);
  }

  private Map<Factor, Double> weights() {
    List<Factor> factors = factors();
    Weighting weighting =
        WeightsReader.read(file.value(WEIGHTS), factors.stream().map(Factor::code).toList(), false);
    Map<Factor, Double> weights = new EnumMap<>(Factor.class);
    for (Factor factor : factors) {
      weights.put(factor, weighting.weights().getOrDefault(factor.code(), 0.0));
    }
    return weights;
  }

  private List<Factor> factors() {
    List<Factor> factors =
        new ArrayList<>(
            List.of(Factor.FUEL, Factor.DRYNESS, Factor.IGNITION, Factor.COVER, Factor.HISTORY));
    if (file.has(MONTHS)) {
      factors.add(Factor.SEASON);
    }
    if (file.has(BREAKS)) {
      factors.add(Factor.BREAKS);
    }
    if (file.has(REACH)) {
      factors.addAll(List.of(Factor.ACCESS, Factor.RESPONSE));
    }
    return factors;
  }

  private ReedSeason season() {
    return new ReedSeason(
        MethodFile.range(file.value(MONTHS)), file.number(REGROWTH), file.share(STUBBLE));
  }

  private FireAccess access(Codes codes) {
    return new FireAccess(
        file.number(REACH),
        codes(GRADES, codes.of("road_grade")),
        MethodFile.range(file.value(STATION)),
        codes(KINDS, codes.of("team_kind")));
  }

  private Set<String> codes(String name, List<String> known) {
    Set<String> codes = new HashSet<>();
    for (YamlNode code : file.value(name).items()) {
      if (!known.contains(code.text())) {
        code.problem("%s: no code '%s'; known: %s".formatted(name, code.text(), known));
      }
      codes.add(code.text());
    }
    return codes;
  }
}

package org.riskcensus.pipeline.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riskcensus.core.grid.CellGrid;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Reads sides of assessment cells: {@code assessment.cell_size_m} for every county, {@code
 * assessment.county_cell_size_m} by county. Every value that is wrong is told, and replaced, so
 * that reading goes on.
 */
final class CellSizesReader {

  /** The setting of one side for all. */
  static final String SETTING = "assessment.cell_size_m";

  /** What the setting of a county's side begins with; its code follows. */
  static final String COUNTY_SETTING = "assessment.county_cell_size_m.";

  private static final String ALL = "cell_size_m";
  private static final String BY_COUNTY = "county_cell_size_m";

  private final YamlNode root;
  private final Map<String, String> settings;

  private CellSizesReader(YamlNode root, Map<String, String> settings) {
    this.root = root;
    this.settings = settings;
  }

  /**
   * Reads the sides.
   *
   * @param settings given on the command line, which win
   * @param counties codes that the description lists
   */
  static CellSizes read(YamlNode root, Map<String, String> settings, List<String> counties) {
    return new CellSizesReader(root, settings).read(counties);
  }

  private CellSizes read(List<String> counties) {
    Optional<YamlNode> assessment = root.find("assessment");
    assessment.ifPresent(node -> node.allow(ALL, BY_COUNTY));
    Optional<YamlNode> map = assessment.filter(YamlNode::isMap);
    Optional<YamlNode> all = map.flatMap(node -> node.find(ALL));
    int everywhere =
        value(SETTING, all)
            .map(text -> metres(SETTING, text, all.orElse(root)))
            .orElse(CellSizes.DEFAULT.everywhere());
    SortedMap<String, Integer> byCounty = new TreeMap<>();
    codes(map.flatMap(node -> node.find(BY_COUNTY)))
        .forEach((code, at) -> read(code, at, counties).ifPresent(m -> byCounty.put(code, m)));
    return new CellSizes(everywhere, byCounty);
  }

  private Optional<Integer> read(String code, YamlNode at, List<String> counties) {
    String setting = COUNTY_SETTING + code;
    if (!counties.contains(code)) {
      at.problem(setting + ": the county is not listed under 'counties'");
    }
    Optional<YamlNode> written = at.equals(root) ? Optional.empty() : Optional.of(at);
    return value(setting, written).map(text -> metres(setting, text, at));
  }

  /** Counties that have a side of their own, with the place to tell what is wrong with it. */
  private SortedMap<String, YamlNode> codes(Optional<YamlNode> written) {
    SortedMap<String, YamlNode> codes = new TreeMap<>();
    settings.keySet().stream()
        .filter(key -> key.startsWith(COUNTY_SETTING))
        .forEach(key -> codes.put(key.substring(COUNTY_SETTING.length()), root));
    written.ifPresent(node -> codes.putAll(node.fields()));
    return codes;
  }

  private Optional<String> value(String setting, Optional<YamlNode> written) {
    return Optional.ofNullable(settings.get(setting))
        .or(() -> written.map(YamlNode::text).filter(text -> !text.isEmpty()));
  }

  private static int metres(String setting, String text, YamlNode at) {
    if (text.strip().matches("\\d{1,6}(\\.0*)?")) {
      int metres = (int) Double.parseDouble(text.strip());
      if (metres >= CellGrid.MIN_SIDE_METRES && metres <= CellGrid.MAX_SIDE_METRES) {
        return metres;
      }
    }
    at.problem(
        "%s cannot be '%s': it must be a whole number of metres from %d to %d"
            .formatted(setting, text, CellGrid.MIN_SIDE_METRES, CellGrid.MAX_SIDE_METRES));
    return CellSizes.DEFAULT.everywhere();
  }
}

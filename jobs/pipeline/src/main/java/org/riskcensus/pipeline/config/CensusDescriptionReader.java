package org.riskcensus.pipeline.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Reads a census description and finds every problem of its form in one pass. */
public final class CensusDescriptionReader {

  private static final Set<String> SETTINGS =
      Set.of("logical_date", CellSizesReader.SETTING, "quality.max_quarantined_share");
  private static final String DEFAULT_QUARANTINED_SHARE = "0.05";
  private static final long MAX_BYTES = 8 << 20;

  private final Path file;
  private final Map<String, String> settings;

  private CensusDescriptionReader(Path file, Map<String, String> settings) {
    this.file = file;
    this.settings = settings;
  }

  /**
   * Reads {@code file}.
   *
   * @param settings values given on the command line, which win over those of the file
   * @param problems receives what is wrong; the description must not be run unless it is empty
   * @throws org.riskcensus.pipeline.yaml.DefinitionException at once when nothing of the file could
   *     be read, as all that it lacks would only hide the reason
   */
  public static CensusDescription read(Path file, Map<String, String> settings, Problems problems) {
    YamlNode root = YamlNode.parse(file.toString(), text(file, problems), problems);
    for (String key : new TreeSet<>(settings.keySet())) {
      if (!SETTINGS.contains(key) && !key.startsWith(CellSizesReader.COUNTY_SETTING)) {
        Set<String> known = new TreeSet<>(SETTINGS);
        known.add(CellSizesReader.COUNTY_SETTING + "CODE");
        problems.add("--set " + key, 0, "no such setting; settings are " + known);
      }
    }
    if (root.fields().isEmpty()) {
      problems.refuse();
    }
    return new CensusDescriptionReader(file, settings).description(root);
  }

  private static String text(Path file, Problems problems) {
    try {
      if (Files.size(file) <= MAX_BYTES) {
        return Files.readString(file);
      }
      problems.add(file.toString(), 0, "is larger than any census description");
    } catch (IOException e) {
      String reason = Files.exists(file) ? "cannot be read as UTF-8 text" : "no such file";
      problems.add(file.toString(), 0, reason + "; give the path of a census description");
    }
    return "{}";
  }

  private CensusDescription description(YamlNode root) {
    root.allow(
        "census",
        "title",
        "year",
        "logical_date",
        "counties",
        "assessment",
        "quality",
        "synthetic",
        "sources");
    String census = root.text("census");
    if (!census.isEmpty() && !census.matches("[a-z0-9][a-z0-9_-]*")) {
      root.problem("'census' must be lower-case letters, digits, '-' and '_'");
    }
    List<String> counties = counties(root);
    return new CensusDescription(
        file.toString(),
        census,
        root.findText("title").orElse(census),
        value(root, "year", "", Integer::parseInt, 2025),
        value(root, "logical_date", "", LocalDate::parse, LocalDate.of(2025, 12, 31)),
        counties,
        CellSizesReader.read(root, settings, counties),
        number(root, "quality.max_quarantined_share", DEFAULT_QUARANTINED_SHARE),
        QualityTermsReader.read(root),
        root.flag("synthetic"),
        sources(root, counties));
  }

  private double number(YamlNode root, String path, String otherwise) {
    return value(root, path, otherwise, Double::parseDouble, Double.parseDouble(otherwise));
  }

  /** The setting, else the value written under a dotted path, else {@code otherwise}. */
  private <T> T value(
      YamlNode root, String path, String otherwise, Function<String, T> parser, T fallback) {
    YamlNode at = root;
    String[] keys = path.split("\\.");
    for (int i = 0; i < keys.length - 1; i++) {
      at = at.find(keys[i]).orElse(at);
    }
    String key = keys[keys.length - 1];
    String text =
        settings.getOrDefault(
            path, otherwise.isEmpty() ? at.text(key) : at.findText(key).orElse(otherwise));
    try {
      return parser.apply(text);
    } catch (NumberFormatException | DateTimeException e) {
      if (!text.isEmpty()) {
        at.find(key)
            .orElse(at)
            .problem(path + " cannot be '" + text + "'; write it like " + fallback);
      }
      return fallback;
    }
  }

  private static List<String> counties(YamlNode root) {
    List<String> counties = root.texts("counties");
    if (counties.isEmpty()) {
      root.problem("'counties' must list the six-digit codes of the counties that report");
    }
    for (String code : counties) {
      if (!code.matches("\\d{6}")) {
        root.problem("county '" + code + "' is not a six-digit code");
      }
    }
    return counties;
  }

  private List<SourceDescription> sources(YamlNode root, List<String> counties) {
    List<SourceDescription> sources = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    List<YamlNode> nodes = root.find("sources").map(YamlNode::items).orElse(List.of());
    if (nodes.isEmpty()) {
      root.problem("'sources' must list at least one file");
    }
    for (YamlNode node : nodes) {
      SourceDescription source = source(node);
      Integer first = lines.putIfAbsent(source.id(), source.line());
      if (first != null) {
        node.problem("source '" + source.id() + "' stands already on line " + first);
      }
      if (!source.county().isEmpty() && !counties.contains(source.county())) {
        node.problem("county '" + source.county() + "' is not listed under 'counties'");
      }
      sources.add(source);
    }
    return sources;
  }

  private SourceDescription source(YamlNode node) {
    node.allow(
        "id",
        "dataset",
        "county",
        "file",
        "layer",
        "charset",
        "crs",
        "options",
        "columns",
        "values",
        "units",
        "constants",
        "received");
    String written = node.text("file");
    SourceSpec spec =
        new SourceSpec(
            file.toAbsolutePath().resolveSibling(written).normalize().toString(),
            node.findText("layer").orElse(null),
            node.findText("charset").orElse(null),
            node.findText("crs").orElse(null),
            node.textMap("options"));
    return new SourceDescription(
        node.text("id"),
        node.text("dataset"),
        node.text("county"),
        written,
        spec,
        node.textMap("columns"),
        values(node),
        node.textMap("units"),
        node.textMap("constants"),
        node.line());
  }

  private static Map<String, Map<String, String>> values(YamlNode source) {
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    source
        .find("values")
        .ifPresent(node -> node.fields().keySet().forEach(c -> values.put(c, node.textMap(c))));
    return values;
  }
}

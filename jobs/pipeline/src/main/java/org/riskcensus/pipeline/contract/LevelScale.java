package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.riskcensus.formats.map.MapColour;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * The levels of hazard and risk 等级, as {@code methods/level_scale.yaml} says. What a number means
 * depends on how many there are, so that names belong to a release and its methods.
 *
 * @param levels from the highest down to 1
 */
public record LevelScale(List<Level> levels) implements Serializable {

  /** Path of the file among the schemas. */
  public static final String FILE = "methods/level_scale.yaml";

  /** Name of the code list that the levels make. */
  public static final String CODES = "risk_level";

  private static final int FEWEST = 4;
  private static final int MOST = 5;

  /**
   * One level.
   *
   * @param number 1 is the lowest
   * @param zh Chinese name
   * @param en English name
   * @param colour colour on maps
   */
  public record Level(int number, String zh, String en, MapColour colour) implements Serializable {}

  /** Copies them. */
  public LevelScale {
    levels = List.copyOf(levels);
  }

  /** Reads the file; what is wrong goes to the problems. */
  public static LevelScale read(SchemaFiles files, Problems problems) {
    YamlNode root = files.parse(FILE, problems);
    YamlNode list =
        root.find("parameters")
            .flatMap(parameters -> parameters.find("levels"))
            .flatMap(parameter -> parameter.find("value"))
            .orElse(root);
    List<Level> levels = new ArrayList<>();
    for (YamlNode item : list == root ? List.<YamlNode>of() : list.items()) {
      item.allow("level", "zh", "en", "colour");
      int number = (int) item.whole("level");
      levels.add(new Level(number, item.text("zh"), item.text("en"), colour(item)));
    }
    refuseEqual(list, "name", levels, Level::zh);
    refuseEqual(list, "English name", levels, Level::en);
    refuseEqual(list, "colour", levels, level -> level.colour().name().toLowerCase(Locale.ROOT));
    if (levels.size() < FEWEST || levels.size() > MOST) {
      list.problem("there must be four or five levels, got " + levels.size());
    }
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).number() != levels.size() - i) {
        list.problem("levels go from the highest down to 1, one by one");
        break;
      }
    }
    return new LevelScale(levels);
  }

  /** Two levels that look or read the same cannot be told apart on a map or in a table. */
  private static void refuseEqual(
      YamlNode list, String what, List<Level> levels, Function<Level, String> quality) {
    Set<String> seen = new HashSet<>();
    levels.stream()
        .map(quality)
        .filter(value -> !seen.add(value))
        .forEach(value -> list.problem("two levels have the same " + what + ", '" + value + "'"));
  }

  /**
   * The levels of the project, by which every release was assessed that has not kept others.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException never, in a whole build
   */
  public static LevelScale ofProject() {
    return load(SchemaFiles.ofProject());
  }

  /**
   * The levels as a text says that a release has kept.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when it does not tell levels
   */
  public static LevelScale of(String text) {
    return load(SchemaFiles.ofProject().with(Map.of(FILE, text)));
  }

  private static LevelScale load(SchemaFiles files) {
    Problems problems = new Problems();
    LevelScale levels = read(files, problems);
    problems.refuse();
    return levels;
  }

  private static MapColour colour(YamlNode level) {
    String name = level.text("colour");
    Optional<MapColour> found =
        MapColour.scale().stream()
            .filter(colour -> colour.name().equals(name.toUpperCase(Locale.ROOT)))
            .findFirst();
    if (found.isEmpty()) {
      String known = Arrays.toString(MapColour.scale().toArray()).toLowerCase(Locale.ROOT);
      level.problem("no colour '" + name + "'; known: " + known);
    }
    return found.orElse(MapColour.MISSING);
  }

  /** Whether a number means the same level in both: their names agree, whatever the colours. */
  public boolean isComparable(LevelScale other) {
    return names().equals(other.names());
  }

  private List<String> names() {
    return levels.stream().map(Level::zh).toList();
  }

  /** Number of levels. */
  public int size() {
    return levels.size();
  }

  /** The level of a number as tables hold it, if there is one. */
  public Optional<Level> find(String number) {
    return levels.stream().filter(l -> String.valueOf(l.number()).equals(number)).findFirst();
  }

  /** The levels as a code list, the highest first. */
  public CodeList codes() {
    return new CodeList(
        CODES,
        "风险等级",
        "Four-colour map 红橙黄蓝 of the plans [S]; schemas/methods/level_scale.yaml",
        levels.stream()
            .map(l -> new CodeList.Entry(String.valueOf(l.number()), l.zh(), l.en()))
            .toList());
  }
}

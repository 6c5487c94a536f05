package org.riskcensus.pipeline.method;

import java.util.Map;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.LevelScale;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;

/** The methods of the project with a fifth level, in green below blue. */
public final class FiveLevels {

  private static final String SCALE =
      """
      method: level_scale
      version: "5"
      title: 五级
      doc: five levels
      parameters:
        levels:
          value:
            - {level: 5, zh: 高风险, en: high, colour: red}
            - {level: 4, zh: 较高风险, en: rather high, colour: orange}
            - {level: 3, zh: 中风险, en: medium, colour: yellow}
            - {level: 2, zh: 较低风险, en: rather low, colour: deep_blue}
            - {level: 1, zh: 低风险, en: low, colour: green}
          standard: test
          version: "1"
          evidence: D
      """;

  private FiveLevels() {}

  /** The files, as a folder of somebody's own would hold them. */
  public static SchemaFiles files() {
    SchemaFiles files = SchemaFiles.load();
    String levels =
        files
            .text("methods/levels.yaml")
            .replace("[0.25, 0.5, 0.75]", "[0.2, 0.4, 0.6, 0.8]")
            .replace("[0.02, 0.045, 0.07]", "[0.01, 0.02, 0.045, 0.07]")
            .replace("[0.01, 0.03, 0.05]", "[0.005, 0.01, 0.03, 0.05]");
    String zoning =
        files.text("methods/zoning.yaml").replace("\"4\": 10000", "\"5\": 10000, \"4\": 10000");
    return files.with(
        Map.of(
            LevelScale.FILE, SCALE, "methods/levels.yaml", levels, "methods/zoning.yaml", zoning));
  }

  /** Only the scale has five levels, the breaks still make four. */
  public static SchemaFiles scaleAlone() {
    return SchemaFiles.load().with(Map.of(LevelScale.FILE, SCALE));
  }

  /** Contracts with these levels. */
  public static Contracts contracts() {
    Problems problems = new Problems();
    LevelScale scale = LevelScale.read(files(), problems);
    problems.refuse();
    return Contracts.load().with(scale);
  }
}

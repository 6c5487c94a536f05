package org.riskcensus.pipeline.job.ingest;

import java.util.List;
import org.riskcensus.core.loss.LossRules;
import org.riskcensus.core.loss.LossThresholds;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/** The loss rules with the limits of {@code schemas/methods/loss_rules.yaml}. */
final class LossRulesReader {

  private static final String FILE = "methods/loss_rules.yaml";

  private LossRulesReader() {}

  static LossRules read() {
    Problems problems = new Problems();
    YamlNode root = SchemaFiles.load().parse(FILE, problems);
    List<YamlNode> rooms =
        value(root, "rooms_per_household").map(YamlNode::items).orElse(List.of());
    if (rooms.size() != 2) {
      root.problem("'rooms_per_household' must be a lowest and a highest number");
    }
    double sum = number(root, "sum_tolerance_wan");
    double gdp = number(root, "max_loss_to_gdp");
    double slip = number(root, "slip_tolerance");
    problems.refuse();
    return new LossRules(
        new LossThresholds(sum, gdp, rooms.get(0).number(), rooms.get(1).number(), slip));
  }

  private static double number(YamlNode root, String parameter) {
    return value(root, parameter).map(YamlNode::number).orElse(Double.NaN);
  }

  private static java.util.Optional<YamlNode> value(YamlNode root, String parameter) {
    var value =
        root.find("parameters").flatMap(p -> p.find(parameter)).flatMap(p -> p.find("value"));
    if (value.isEmpty()) {
      root.problem("the parameter '" + parameter + "' is missing");
    }
    return value;
  }
}

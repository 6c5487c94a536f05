package org.riskcensus.pipeline.method;

import java.util.List;
import org.riskcensus.core.loss.LossRules;
import org.riskcensus.core.loss.LossThresholds;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;

/** The loss rules with the limits of {@code schemas/methods/loss_rules.yaml}. */
public final class LossRulesReader {

  private LossRulesReader() {}

  /**
   * Reads them from the class path.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException with every problem of the file
   */
  public static LossRules read() {
    Problems problems = new Problems();
    MethodFile file = MethodFile.read(SchemaFiles.load(), "loss_rules", problems);
    List<Double> rooms = file.numbers("rooms_per_household");
    if (rooms.size() != 2) {
      file.value("rooms_per_household").problem("give a lowest and a highest number");
    }
    double sum = file.number("sum_tolerance_wan");
    double gdp = file.number("max_loss_to_gdp");
    double slip = file.number("slip_tolerance");
    problems.refuse();
    return new LossRules(new LossThresholds(sum, gdp, rooms.get(0), rooms.get(1), slip));
  }
}

package org.riskcensus.pipeline.method;

import java.util.List;
import java.util.Optional;
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
    Optional<LossRules> rules = read(SchemaFiles.load(), problems);
    problems.refuse();
    return rules.orElseThrow();
  }

  /** The rules; empty, with the problems noted, where the file is wrong. */
  public static Optional<LossRules> read(SchemaFiles files, Problems problems) {
    MethodFile file = MethodFile.read(files, "loss_rules", problems);
    List<Double> rooms = file.numbers("rooms_per_household");
    if (rooms.size() != 2) {
      file.value("rooms_per_household").problem("give a lowest and a highest number");
      return Optional.empty();
    }
    return file.build(
        () ->
            new LossRules(
                new LossThresholds(
                    file.number("sum_tolerance_wan"),
                    file.number("max_loss_to_gdp"),
                    rooms.get(0),
                    rooms.get(1),
                    file.number("slip_tolerance"))));
  }
}

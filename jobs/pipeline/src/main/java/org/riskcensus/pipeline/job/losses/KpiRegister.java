package org.riskcensus.pipeline.job.losses;

import java.util.List;
import java.util.Optional;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * The register of plan targets, {@code schemas/methods/kpi_targets.yaml}.
 *
 * @param firstYear first year of the plans
 * @param plans the plans, one a county
 */
public record KpiRegister(int firstYear, List<KpiPlan> plans) {
  private static final String FILE = "methods/kpi_targets.yaml";

  /**
   * Reads the register.
   *
   * @param problems receives everything that is wrong; the register must not be used unless empty
   */
  public static KpiRegister read(SchemaFiles files, Problems problems) {
    return new KpiRegisterReader(files.parse(FILE, problems)).read();
  }

  /** The plan of a county, if it has one. */
  Optional<KpiPlan> find(String county) {
    return plans.stream().filter(plan -> plan.county().equals(county)).findFirst();
  }
}

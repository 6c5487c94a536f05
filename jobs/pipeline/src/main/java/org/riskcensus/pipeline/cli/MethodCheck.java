package org.riskcensus.pipeline.cli;

import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Rules;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.job.explain.ExplainJob;
import org.riskcensus.pipeline.job.export.ExportJob;
import org.riskcensus.pipeline.job.losses.LossesConfig;
import org.riskcensus.pipeline.job.report.ReportConfig;
import org.riskcensus.pipeline.method.AssessmentMethods;
import org.riskcensus.pipeline.method.CapacityMethodsReader;
import org.riskcensus.pipeline.method.InspectionMethodReader;
import org.riskcensus.pipeline.method.LossRulesReader;
import org.riskcensus.pipeline.yaml.Problems;

/** Every rule and method file, whichever step reads it. */
final class MethodCheck {

  private MethodCheck() {}

  /** Reads them all and notes every problem. */
  static void check(SchemaFiles files, Contracts contracts, Problems problems) {
    Rules.read(files, contracts, problems);
    AssessmentMethods.read(files, problems);
    CapacityMethodsReader.read(files, contracts, problems);
    LossRulesReader.read(files, problems);
    LossesConfig.check(files, problems);
    InspectionMethodReader.read(files, contracts, problems);
    ExportJob.check(files, contracts, problems);
    ExplainJob.check(files, contracts, problems);
    ReportConfig.check(files, contracts, problems);
  }
}

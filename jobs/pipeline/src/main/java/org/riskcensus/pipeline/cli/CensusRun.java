package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.pipeline.audit.QualityGate;
import org.riskcensus.pipeline.config.CensusDescription;
import org.riskcensus.pipeline.config.CensusDescriptionReader;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Rules;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.job.assess.AssessConfig;
import org.riskcensus.pipeline.job.assess.AssessJob;
import org.riskcensus.pipeline.job.capacity.CapacityConfig;
import org.riskcensus.pipeline.job.capacity.CapacityJob;
import org.riskcensus.pipeline.job.danger.DangerJob;
import org.riskcensus.pipeline.job.ingest.IngestConfig;
import org.riskcensus.pipeline.job.ingest.IngestJob;
import org.riskcensus.pipeline.job.ingest.QualityTermsCheck;
import org.riskcensus.pipeline.job.ingest.SourceCheck;
import org.riskcensus.pipeline.job.ingest.Submission;
import org.riskcensus.pipeline.job.losses.LossesConfig;
import org.riskcensus.pipeline.job.losses.LossesJob;
import org.riskcensus.pipeline.job.publish.PublishJob;
import org.riskcensus.pipeline.lakehouse.Attempts;
import org.riskcensus.pipeline.lakehouse.Fingerprint;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.Run;
import org.riskcensus.pipeline.method.AssessmentMethods;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * One census description, checked as a whole and then executed step by step. The order of the steps
 * is here and nowhere else; the steps themselves meet only at tables.
 */
final class CensusRun {

  private final CensusDescription census;
  private final Contracts contracts;
  private final AssessConfig assess;
  private final CapacityConfig capacity;
  private final LossesConfig losses;
  private final Progress progress;

  private CensusRun(
      CensusDescription census,
      Contracts contracts,
      AssessConfig assess,
      CapacityConfig capacity,
      LossesConfig losses,
      Progress progress) {
    this.census = census;
    this.contracts = contracts;
    this.assess = assess;
    this.capacity = capacity;
    this.losses = losses;
    this.progress = progress;
  }

  /**
   * Reads and checks a description, contracts, methods and the headers of the files.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException with every problem found
   */
  static CensusRun check(Path file, Map<String, String> settings, Progress progress) {
    return check(file, settings, new Problems(), progress);
  }

  /** The same, with what was found wrong before. */
  static CensusRun check(
      Path file, Map<String, String> settings, Problems problems, Progress progress) {
    Contracts contracts = Contracts.load();
    CensusDescription census = CensusDescriptionReader.read(file, settings, problems);
    if (census.counties().isEmpty()) {
      problems.refuse();
    }
    return check(census, contracts, problems, progress);
  }

  /** The same for a description that comes from the command line. */
  static CensusRun check(
      CensusDescription census, Contracts contracts, Problems problems, Progress progress) {
    SourceCheck.check(census, contracts, problems);
    SchemaFiles files = SchemaFiles.load();
    QualityTermsCheck.check(census, contracts, Rules.read(files, contracts, problems), problems);
    Optional<AssessmentMethods> methods = AssessmentMethods.read(files, problems);
    LossesConfig losses =
        LossesConfig.of(
            census.year(), census.logicalDate(), census.counties(), census.cellSizes(), problems);
    CapacityConfig capacity = CapacityConfig.of(census.year(), contracts, problems);
    problems.refuse();
    AssessConfig assess =
        new AssessConfig(census.year(), census.cellSizes(), methods.orElseThrow());
    return new CensusRun(census, contracts, assess, capacity, losses, progress);
  }

  CensusDescription census() {
    return census;
  }

  /**
   * Executes the steps from {@code first} to {@code last}; exports go under {@code out}. What the
   * steps write becomes visible when all but the export have passed.
   */
  Run execute(SparkSession spark, Step first, Step last, Path out) throws IOException {
    IngestConfig ingest = IngestConfig.of(census, contracts);
    Run run = identify(ingest);
    Lake lake = Lake.open(spark, contracts, run);
    Set<Step> steps = EnumSet.range(first, last);
    if (steps.contains(Step.INGEST)) {
      new IngestJob(lake.step(), ingest, progress).run();
    }
    if (steps.contains(Step.PUBLISH)) {
      refuseOpenErrors(lake);
    }
    if (steps.contains(Step.ASSESS)) {
      AssessJob.run(lake.step(), assess, progress);
      QualityGate gate = new QualityGate(lake.branch());
      gate.exposure(lake.step().read("ops.exposure_account", census.year()));
      gate.refuse();
    }
    if (steps.contains(Step.CAPACITY)) {
      CapacityJob.run(lake.step(), capacity, progress);
      DangerJob.run(lake.step(), progress);
    }
    if (steps.contains(Step.LOSSES)) {
      LossesJob.run(lake, losses, progress);
    }
    if (steps.contains(Step.PUBLISH)) {
      PublishJob.run(lake, census.title(), census.synthetic(), progress);
    } else {
      lake.publish();
    }
    if (steps.contains(Step.EXPORT)) {
      ReleaseFiles.write(spark, census, out, progress);
    }
    return run;
  }

  /** Refuses a release with open errors before anything is computed for it. */
  private void refuseOpenErrors(Lake lake) {
    String findings = "ops.finding";
    boolean unpublished = lake.table(findings).refs().containsKey(lake.branch());
    QualityGate gate = new QualityGate(unpublished ? lake.branch() : "main");
    gate.release(lake.step().read(findings, census.year()), Rules.load());
    gate.refuse();
  }

  /** Ingests the only file of a description made from the command line; other rows stay. */
  void executeFile(SparkSession spark) {
    IngestConfig ingest = IngestConfig.of(census, contracts).onlyItsSource();
    Run run = identify(ingest);
    Attempts.of(
        () -> {
          Lake lake = Lake.open(spark, contracts, run);
          new IngestJob(lake.step(), ingest, progress).run();
          return lake.publish();
        },
        () -> progress.note("another run was published meanwhile: once more, on what it left"));
  }

  private Run identify(IngestConfig ingest) {
    SchemaFiles schemas = SchemaFiles.load();
    Fingerprint all = new Fingerprint();
    schemas.paths().forEach(path -> all.add(path).add(schemas.text(path)));
    all.addCode(Wkb.class, Crs.class, CensusRun.class);
    all.add(census.census()).add(census.year()).add(census.logicalDate()).add(census.counties());
    all.add(census.cellSizes()).add(census.maxQuarantinedShare()).add(census.synthetic());
    all.add(census.quality());
    ingest.submissions().stream().map(Submission::toString).sorted().forEach(all::add);
    return new Run(
        all.shortHex(),
        census.census(),
        census.year(),
        census.logicalDate(),
        census.counties(),
        assess.methods().version());
  }
}

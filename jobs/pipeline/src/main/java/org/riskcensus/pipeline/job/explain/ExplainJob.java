package org.riskcensus.pipeline.job.explain;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.job.explain.Explanation.Index;
import org.riskcensus.pipeline.job.explain.Explanation.Missing;
import org.riskcensus.pipeline.job.explain.Explanation.Risk;
import org.riskcensus.pipeline.job.explain.Explanation.Source;
import org.riskcensus.pipeline.lakehouse.KeptMethods;
import org.riskcensus.pipeline.lakehouse.ReleaseRun;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;
import org.riskcensus.pipeline.words.Phrases;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Explains the grade of one unit from one release. Nothing is assessed again: every number is one
 * that the release holds, so that the explanation cannot differ from what was published.
 */
public final class ExplainJob {

  /** Without this table a release is too old to explain itself. */
  private static final String NEEDED = "marts.unit_class_area";

  private final SparkSession spark;
  private final Contracts contracts;
  private final ExplainConfig config;

  /** Explains from the lake of a session. */
  public ExplainJob(SparkSession spark, Contracts contracts, ExplainConfig config) {
    this.spark = spark;
    this.contracts = contracts;
    this.config = config;
  }

  /** Reads what explanations name and notes every problem. */
  public static void check(SchemaFiles files, Contracts contracts, Problems problems) {
    InputTables.read(files, contracts, problems);
  }

  /**
   * The explanation in a form, as text.
   *
   * @param language of the sentences; the other forms have none
   */
  public String run(ExplainFormat format, Language language) {
    ReleasedTables tables = release();
    Explanation explanation = explain(tables);
    return format.write(
        explanation, Phrases.of(ExplainJob.class, language, tables.contracts(contracts)));
  }

  /**
   * The explanation.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when there is no such release, unit or
   *     assessed hazard
   */
  Explanation explain() {
    return explain(release());
  }

  private Explanation explain(ReleasedTables tables) {
    tables.requireHazards(contracts);
    Row named = unit(tables);
    Explanation.Unit unit = sized(tables, named);
    InputTables inputs = inputs(tables, unit.county());
    MethodParameters parameters = MethodParameters.of(tables, unit.county());
    ObjectReader objects = new ObjectReader(tables, inputs, unit.county());
    List<Risk> risks = new RiskReader(tables, parameters, objects, unit).read(config.hazard());
    if (risks.isEmpty()) {
      refuse("--hazard", config.hazard().orElse("") + " was not assessed in " + unit.county());
    }
    IndexReader indexReader = new IndexReader(tables, parameters, unit);
    List<Index> indices = indexReader.indices();
    SourceReader sourceReader = new SourceReader(tables, unit, inputs);
    List<String> told = config.hazard().isPresent() ? List.of(config.hazard().get()) : hazards();
    List<Source> sources = sourceReader.sources(inputs.behind(told));
    List<Missing> missing = new ArrayList<>();
    told.stream()
        .filter(hazard -> inputs.hazards().containsKey(hazard))
        .filter(hazard -> risks.stream().noneMatch(risk -> risk.hazard().equals(hazard)))
        .forEach(hazard -> missing.add(sourceReader.ofHazard(hazard, sources)));
    missing.addAll(sourceReader.ofTables(sources));
    missing.addAll(SourceReader.ofIndicators(indices));
    Column ofUnit = col("admin_code").equalTo(unit.code());
    risks.forEach(risk -> missing.addAll(objects.missing(risk.hazard(), ofUnit)));
    missing.addAll(SourceReader.ofRows(sources));
    return new Explanation(
        unit,
        released(tables, unit.county()),
        parameters.rules(),
        risks,
        config.hazard().isPresent() ? null : indexReader.combination(),
        indices,
        missing,
        sources,
        inputs.objectTables(),
        new SusceptibilityReader(tables, unit, contracts).find(told, inputs).orElse(null));
  }

  /** What stands behind the grades of a county, by the methods that it was assessed with. */
  private InputTables inputs(ReleasedTables tables, String county) {
    KeptMethods kept = KeptMethods.of(tables, col("county_code").equalTo(county));
    SchemaFiles files = SchemaFiles.load().with(kept.texts(), tables.tag());
    Problems problems = new Problems();
    InputTables inputs = InputTables.read(files, contracts, problems);
    problems.refuse();
    return inputs;
  }

  private List<String> hazards() {
    return contracts.codeList("hazard").codes();
  }

  private ReleasedTables release() {
    Optional<ReleasedTables> found = ReleasedTables.find(spark, config.year());
    String tag = "census-" + config.year();
    if (found.isEmpty()) {
      refuse("--year", "the lake has no release " + tag + "; run the census of that year first");
    }
    ReleasedTables tables = found.orElseThrow();
    if (!tables.has(NEEDED)) {
      refuse("--year", tag + " was released without " + NEEDED + "; run that census again");
    }
    return tables;
  }

  private Row unit(ReleasedTables tables) {
    List<Row> units =
        tables.rows("staging.admin_unit", col("admin_code").equalTo(config.unit()), "admin_code");
    if (units.isEmpty()) {
      List<String> counties =
          tables.rows("staging.admin_unit", col("level").equalTo("county"), "admin_code").stream()
              .map(row -> row.getAs("admin_code") + " " + row.getAs("name"))
              .toList();
      refuse(
          "--unit",
          "%s is no unit of %s; counties: %s"
              .formatted(config.unit(), tables.tag(), String.join(", ", counties)));
    }
    return units.get(0);
  }

  /** The unit with the area that was assessed. */
  private Explanation.Unit sized(ReleasedTables tables, Row unit) {
    List<Row> assessed =
        tables.rows("marts.unit_risk", col("admin_code").equalTo(config.unit()), "hazard");
    if (assessed.isEmpty()) {
      refuse(
          "--unit",
          "%s has no risk in %s: no hazard was surveyed in its county"
              .formatted(config.unit(), tables.tag()));
    }
    return new Explanation.Unit(
        config.unit(),
        unit.getAs("name"),
        unit.getAs("level"),
        assessed.get(0).<Double>getAs("area_m2"));
  }

  private static Explanation.ReleaseOf released(ReleasedTables tables, String county) {
    ReleaseRun run =
        tables
            .findRun(county)
            .orElseThrow(() -> new IllegalStateException(tables.tag() + ": no run of " + county));
    Map<String, Long> snapshots = tables.snapshots();
    return new Explanation.ReleaseOf(
        tables.tag(),
        tables.release().number(),
        run.id(),
        run.date().toString(),
        run.title(),
        run.synthetic(),
        run.methodVersion(),
        snapshots);
  }

  private static void refuse(String option, String message) {
    Problems problems = new Problems();
    problems.add(option, 0, message);
    problems.refuse();
  }
}

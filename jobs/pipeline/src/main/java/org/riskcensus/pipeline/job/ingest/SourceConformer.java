package org.riskcensus.pipeline.job.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.loss.LossContext;
import org.riskcensus.core.loss.LossRecord;
import org.riskcensus.core.loss.LossRules;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.pipeline.config.SourceDescription;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.FiledMapping;
import org.riskcensus.pipeline.contract.RowConformer;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.contract.TypedRow;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/** Conforms the rows of one source: typed values, geometry, and every check one row can decide. */
final class SourceConformer {

  private final Map<String, ConstantText> constants;
  private final TableContract contract;
  private final RowConformer values;
  private final GeometryConformer geometries;
  private final Optional<StatedAreaCheck> statedArea;
  private final Optional<LossRules> losses;
  private final RelationCheck relations;
  private final SliverCheck slivers;
  private final Optional<DangerLoopCheck> dangers;

  private SourceConformer(
      Map<String, ConstantText> constants,
      TableContract contract,
      RowConformer values,
      GeometryConformer geometries,
      RowRules rules,
      Optional<DangerLoopCheck> dangers) {
    this.constants = constants;
    this.contract = contract;
    this.values = values;
    this.geometries = geometries;
    this.statedArea = StatedAreaCheck.of(contract, rules);
    this.losses = contract.find("direct_loss_wan").map(column -> rules.losses());
    this.relations = new RelationCheck(contract.simpleName(), rules.rules());
    this.slivers = new SliverCheck(rules);
    this.dangers = dangers;
  }

  /**
   * The conformer of a source.
   *
   * @param crs reference system of its geometry; null where it has none
   */
  static SourceConformer of(
      SourceDescription source, @Nullable String crs, Contracts contracts, RowRules rules) {
    TableContract contract = contracts.get("staging." + source.dataset());
    FiledMapping mapping = new FiledMapping(source.columns(), source.values(), source.units());
    return new SourceConformer(
        ConstantText.of(source.constants()),
        contract,
        RowConformer.of(contract, contracts, mapping),
        new GeometryConformer(contract.geometry(), crs == null ? Crs.CGCS2000 : Crs.of(crs), rules),
        rules,
        source.dataset().equals(DangerLoopCheck.DATASET)
            ? Optional.of(new DangerLoopCheck(contracts))
            : Optional.empty());
  }

  /** A row of {@code raw.filed_row} to a row of {@link ConformedRow#TYPE}. */
  Row conform(Row filed) {
    TypedRow typed = values.conform(attributes(filed));
    Map<String, @Nullable Object> byName = typed.byName();
    String problem = filed.getAs("problem");
    GeometryConformer.Conformed geometry = geometry(filed.getAs("geometry"), problem);
    List<Finding> findings = new ArrayList<>(typed.findings());
    findings.addAll(geometry.findings());
    if (problem != null) {
      findings.add(
          new Finding(
              "unreadable",
              Severity.ERROR,
              "",
              Wording.phrase("reading", problem),
              Wording.phrase("row_read_whole"),
              null));
    }
    statedArea.ifPresent(check -> findings.addAll(check.check(byName, geometry.plane())));
    findings.addAll(EventDatesCheck.check(byName));
    findings.addAll(DrySeasonCheck.check(byName));
    dangers.ifPresent(check -> findings.addAll(check.check(byName)));
    findings.addAll(slivers.check(geometry.plane()));
    findings.addAll(relations.check(byName));
    losses.ifPresent(
        figures -> findings.addAll(figures.check(LossRecord.ofColumns(byName), context(byName))));
    return row(filed, typed, geometry, findings);
  }

  /** A row that could not be read whole has its finding: that it lacks a geometry is no second. */
  private GeometryConformer.Conformed geometry(byte @Nullable [] wkb, @Nullable String problem) {
    boolean unread = wkb == null && problem != null;
    return contract.geometry().present() && !unread
        ? geometries.conform(wkb == null ? null : Wkb.read(wkb))
        : GeometryConformer.absent();
  }

  /** The filed attributes, with the constants of the description where the file is silent. */
  private Map<String, String> attributes(Row filed) {
    Map<String, String> fields = filed.getJavaMap(filed.fieldIndex("attributes"));
    Map<String, String> attributes = new HashMap<>(fields);
    long number = filed.<Long>getAs("row_number");
    constants.forEach((column, text) -> attributes.put(column, text.fill(fields, number)));
    return attributes;
  }

  private static LossContext context(Map<String, @Nullable Object> row) {
    return new LossContext((String) row.get("hazard_kind"), null, null);
  }

  private Row row(
      Row filed, TypedRow typed, GeometryConformer.Conformed geometry, List<Finding> findings) {
    Map<String, @Nullable Object> byName = typed.byName();
    String key =
        contract.key().stream()
            .map(column -> String.valueOf(byName.get(column)))
            .collect(Collectors.joining(" "));
    Geometry lonLat = geometry.lonLat();
    Envelope extent = lonLat == null ? null : lonLat.getEnvelopeInternal();
    return RowFactory.create(
        filed.getAs("dataset"),
        filed.getAs("county_code"),
        filed.getAs("source_id"),
        filed.getAs("submission_id"),
        filed.getAs("file"),
        filed.getAs("row_number"),
        key,
        byName.get("object_id"),
        byName.get("admin_code"),
        typed.values().stream().map(v -> v == null ? null : v.toString()).toArray(String[]::new),
        lonLat == null ? null : Wkb.write(lonLat),
        geometry.plane() == null ? null : Wkb.write(geometry.plane()),
        extent == null ? null : extent.getMinX(),
        extent == null ? null : extent.getMinY(),
        extent == null ? null : extent.getMaxX(),
        extent == null ? null : extent.getMaxY(),
        geometry.plane() == null ? null : PlaneProjection.storedCell(geometry.plane()),
        geometry.repaired(),
        null,
        ConformedRow.findings(findings),
        filed.getAs("attributes"),
        filed.getAs("geometry"));
  }
}

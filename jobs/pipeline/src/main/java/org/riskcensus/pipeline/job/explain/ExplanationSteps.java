package org.riskcensus.pipeline.job.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.job.explain.Explanation.Factors;
import org.riskcensus.pipeline.job.explain.Explanation.Index;
import org.riskcensus.pipeline.job.explain.Explanation.Indicator;
import org.riskcensus.pipeline.job.explain.Explanation.Member;
import org.riskcensus.pipeline.job.explain.Explanation.Risk;

/** The chain of an explanation as rows, from inputs to grade, one row a step. */
final class ExplanationSteps {

  /** Names of the columns. */
  static final List<String> COLUMNS =
      List.of(
          "step",
          "part",
          "hazard",
          "item",
          "value",
          "unit",
          "normalised",
          "weight",
          "result",
          "note");

  private final Explanation explanation;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  private ExplanationSteps(Explanation explanation) {
    this.explanation = explanation;
  }

  /** The rows, values in the order of {@link #COLUMNS}; null is not known or does not apply. */
  static List<@Nullable Object[]> of(Explanation explanation) {
    ExplanationSteps steps = new ExplanationSteps(explanation);
    steps.sources();
    steps.objects();
    steps.indices();
    steps.susceptibility();
    explanation.risks().forEach(steps::risk);
    steps.combination();
    explanation.risks().forEach(steps::grade);
    steps.missing();
    return steps.rows;
  }

  private void add(
      String part, @Nullable String hazard, String item, @Nullable Object... valueToNote) {
    @Nullable Object[] row = new @Nullable Object[COLUMNS.size()];
    row[0] = rows.size() + 1;
    row[1] = part;
    row[2] = hazard;
    row[3] = item;
    System.arraycopy(valueToNote, 0, row, 4, valueToNote.length);
    rows.add(row);
  }

  private void sources() {
    for (Explanation.Source source : explanation.sources()) {
      String rows =
          "read %d, quarantined %d, duplicate %d, of the unit %d"
              .formatted(
                  source.rowsRead(),
                  source.rowsQuarantined(),
                  source.rowsDuplicate(),
                  source.rowsOfUnit());
      String item = source.dataset() + ": " + source.file();
      add("source", null, item, source.rowsAccepted(), "rows", null, null, null, rows);
    }
  }

  private void objects() {
    for (Risk risk : explanation.risks()) {
      for (Explanation.HazardObject object : risk.objects()) {
        String note = object.file() + ":" + object.rowNumber() + " " + object.inputs();
        add(
            "hazard_object",
            risk.hazard(),
            object.objectId(),
            object.areaM2(),
            "m2",
            object.hazardIndex(),
            null,
            null,
            note);
        object
            .factors()
            .forEach(
                (code, value) ->
                    add("hazard_factor", risk.hazard(), object.objectId() + " " + code, value));
      }
      if (risk.otherObjects().count() > 0) {
        String others = risk.otherObjects().count() + " others";
        add("hazard_object", risk.hazard(), others, risk.otherObjects().areaM2(), "m2");
      }
      for (Explanation.FloodZone zone : risk.floodZones()) {
        String note = "mean degree %s m".formatted(zone.meanDegreeM());
        String item = "class_" + zone.zoneClass();
        double share = zone.areaM2() / explanation.unit().areaM2();
        add("flood_zone", risk.hazard(), item, zone.areaM2(), "m2", share, null, null, note);
      }
      for (Explanation.Exposed one : risk.exposure()) {
        String note = "outside: " + one.outside();
        add(
            "exposed",
            risk.hazard(),
            one.exposure(),
            one.inside(),
            one.unit(),
            null,
            null,
            null,
            note);
      }
    }
  }

  private void indices() {
    for (Index index : explanation.indices()) {
      for (Indicator one : index.indicators()) {
        add(
            index.component(),
            null,
            one.indicator(),
            one.rawValue(),
            one.rawUnit(),
            one.normalised(),
            one.weight(),
            one.contribution(),
            one.missingReason());
      }
      String of = "of " + index.ofUnit();
      add(index.component(), null, "index", null, null, null, null, index.value(), of);
    }
  }

  private void susceptibility() {
    Explanation.Susceptibility found = explanation.susceptibility();
    if (found == null) {
      return;
    }
    for (Explanation.FactorPart part : found.factors()) {
      String item = part.factor() + " " + part.factorClass();
      Double value = part.informationValue();
      add(
          "factor_class",
          found.hazard(),
          item,
          part.areaM2(),
          "m2",
          value,
          null,
          part.contribution());
    }
    for (Explanation.SusceptibleArea area : found.areas()) {
      String note = area.points() + " hazard points";
      String item = area.susceptibilityClass();
      add("susceptibility", found.hazard(), item, area.areaM2(), "m2", null, null, null, note);
    }
    add(
        "susceptibility",
        found.hazard(),
        "mean",
        null,
        null,
        null,
        null,
        found.meanValue(),
        found.reason());
  }

  private void risk(Risk risk) {
    Factors factors = risk.factors();
    if (factors != null) {
      factor(risk, "reach", factors.reach());
      factor(risk, "hazard", factors.hazard());
      factor(risk, "exposure", factors.exposure());
      factor(risk, "vulnerability", factors.vulnerability());
      factor(risk, "capacity", factors.capacity());
      String formula = "reach * hazard * exposure * vulnerability * (1 - capacity)";
      add("risk", risk.hazard(), "mean", null, null, null, null, risk.meanRiskIndex(), formula);
    }
  }

  private void factor(Risk risk, String name, @Nullable Double value) {
    add("factor", risk.hazard(), name, value);
  }

  private void combination() {
    Explanation.Combination combination = explanation.combination();
    if (combination == null) {
      return;
    }
    for (Explanation.Chain chain : combination.chains()) {
      add("chain", chain.to(), chain.from() + ">" + chain.to(), chain.probability());
    }
    for (Member one : combination.members()) {
      String note = "experts " + one.byExperts() + ", losses " + one.byLoss();
      add(
          "combination",
          one.hazard(),
          "risk",
          one.risk(),
          "1",
          one.chained(),
          one.weight(),
          one.contribution(),
          note);
    }
  }

  private void grade(Risk risk) {
    if (risk.factors() == null) {
      String rule = explanation.combination() == null ? "" : explanation.combination().rule();
      add("risk", risk.hazard(), "mean", null, null, null, null, risk.meanRiskIndex(), rule);
    }
    add("risk", risk.hazard(), "max", null, null, null, null, risk.maxRiskIndex());
    for (int i = 0; i < risk.breaks().size(); i++) {
      add("break", risk.hazard(), "from_level_" + (i + 2), risk.breaks().get(i));
    }
    for (Explanation.ClassArea area : risk.areas()) {
      String item = "level_" + area.riskLevel() + " " + area.zoneClass();
      double share = area.areaM2() / explanation.unit().areaM2();
      add("area", risk.hazard(), item, area.areaM2(), "m2", share, null, null, area.zoneReason());
    }
    String rule = "highest level on at least %s of the area";
    String note = rule.formatted(explanation.rules().minUnitShare());
    add("grade", risk.hazard(), "risk_level", null, null, null, null, risk.level(), note);
    stability(risk);
  }

  private void stability(Risk risk) {
    Explanation.Stability found = risk.stability();
    if (found == null) {
      return;
    }
    String note = "of %d runs, weights within %s".formatted(found.runs(), found.share());
    add("stability", risk.hazard(), "kept", null, null, null, null, found.keptShare(), note);
    add("stability", risk.hazard(), "lower", null, null, null, null, found.lowerShare(), note);
    add("stability", risk.hazard(), "higher", null, null, null, null, found.higherShare(), note);
    for (Explanation.WeightChange one : found.decisive()) {
      String item = one.component() + " " + one.indicator();
      String way = one.raised() ? "raised" : "lowered";
      add("weight_change", risk.hazard(), item, null, null, null, null, one.level(), way);
    }
  }

  private void missing() {
    for (Explanation.Missing one : explanation.missing()) {
      String item = one.kind() + " " + one.subject();
      add("missing", null, item, one.count(), null, null, null, null, one.state());
    }
  }
}

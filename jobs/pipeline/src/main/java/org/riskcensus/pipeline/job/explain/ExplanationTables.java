package org.riskcensus.pipeline.job.explain;

import java.util.Arrays;
import java.util.List;
import org.riskcensus.formats.report.render.TextTable;
import org.riskcensus.pipeline.job.explain.Explanation.Factors;
import org.riskcensus.pipeline.job.explain.Explanation.HazardObject;
import org.riskcensus.pipeline.job.explain.Explanation.Index;
import org.riskcensus.pipeline.job.explain.Explanation.Indicator;
import org.riskcensus.pipeline.job.explain.Explanation.Member;
import org.riskcensus.pipeline.job.explain.Explanation.Risk;
import org.riskcensus.pipeline.job.explain.Explanation.Source;
import org.riskcensus.pipeline.words.Phrases;

/** The figures of an explanation as tables. */
final class ExplanationTables {

  private final Explanation explanation;
  private final Phrases phrases;

  ExplanationTables(Explanation explanation, Phrases phrases) {
    this.explanation = explanation;
    this.phrases = phrases;
  }

  List<TextTable> tables() {
    return List.of(
        risks(),
        members(),
        indicators(),
        areas(),
        objects(),
        exposure(),
        factors(),
        sources(),
        snapshots());
  }

  private TextTable table(String key) {
    List<String> heads =
        Arrays.stream(phrases.say("table." + key + ".heads").split(","))
            .map(String::strip)
            .toList();
    return new TextTable(phrases.say("table." + key), heads);
  }

  private String hazard(String code) {
    return phrases.name("risk_kind", code);
  }

  private TextTable risks() {
    TextTable table = table("risks");
    for (Risk risk : explanation.risks()) {
      Factors f = risk.factors();
      table.add(
          hazard(risk.hazard()),
          phrases.name("risk_level", risk.level()),
          Figures.index(f == null ? null : (Double) f.reach()),
          Figures.index(f == null ? null : f.hazard()),
          Figures.index(f == null ? null : f.exposure()),
          Figures.index(f == null ? null : f.vulnerability()),
          Figures.index(f == null ? null : f.capacity()),
          Figures.index(risk.meanRiskIndex()),
          Figures.index(risk.maxRiskIndex()));
    }
    return table;
  }

  private TextTable members() {
    TextTable table = table("members");
    if (explanation.combination() != null) {
      for (Member member : explanation.combination().members()) {
        table.add(
            hazard(member.hazard()),
            Figures.index(member.risk()),
            Figures.index(member.chained()),
            Figures.index(member.byExperts()),
            Figures.index(member.byLoss()),
            Figures.index(member.weight()),
            Figures.index(member.contribution()));
      }
    }
    return table;
  }

  private TextTable indicators() {
    TextTable table = table("indicators");
    for (Index index : explanation.indices()) {
      for (Indicator one : index.indicators()) {
        String scale = one.logarithmic() ? phrases.say("logarithmic") : "";
        table.add(
            phrases.name("risk_component", index.component()),
            phrases.indicator(one.indicator()),
            Figures.quantity(one.rawValue()),
            one.rawUnit(),
            one.min() == null
                ? "—"
                : Figures.quantity(one.min()) + "–" + Figures.quantity(one.max()) + scale,
            Figures.index(one.normalised()),
            Figures.index(one.weight()),
            Figures.index(one.contribution()),
            one.missingReason() == null ? "" : phrases.name("missing_reason", one.missingReason()));
      }
    }
    return table;
  }

  private TextTable areas() {
    TextTable table = table("areas");
    for (Risk risk : explanation.risks()) {
      for (Explanation.ClassArea area : risk.areas()) {
        table.add(
            hazard(risk.hazard()),
            area.riskLevel() == 0
                ? phrases.say("not_reached")
                : phrases.name("risk_level", area.riskLevel()),
            phrases.name("zone_class", area.zoneClass()),
            phrases.name("zone_reason", area.zoneReason()),
            Figures.km2(area.areaM2()),
            Figures.percent(area.areaM2(), explanation.unit().areaM2()));
      }
    }
    return table;
  }

  private TextTable objects() {
    TextTable table = table("objects");
    for (Risk risk : explanation.risks()) {
      String of = explanation.objectTables().getOrDefault(risk.hazard(), "");
      for (HazardObject object : risk.objects()) {
        table.add(
            hazard(risk.hazard()),
            object.objectId(),
            object.name() == null ? "" : object.name(),
            String.valueOf(object.hazardLevel()),
            Figures.index(object.hazardIndex()),
            Figures.km2(object.areaM2()),
            HazardSentences.inputs(object, phrases, of),
            object.file() == null ? "…" : object.file() + ":" + object.rowNumber());
      }
      if (risk.otherObjects().count() > 0) {
        table.add(
            hazard(risk.hazard()),
            phrases.say("others", risk.otherObjects().count()),
            "",
            "",
            "",
            Figures.km2(risk.otherObjects().areaM2()),
            "",
            "");
      }
    }
    return table;
  }

  private TextTable exposure() {
    TextTable table = table("exposure");
    for (Risk risk : explanation.risks()) {
      for (Explanation.Exposed one : risk.exposure()) {
        table.add(
            hazard(risk.hazard()),
            phrases.name("exposure", one.exposure()),
            one.unit(),
            Figures.quantity(one.inside()),
            Figures.quantity(one.outside()),
            Figures.percent(one.inside(), one.inside() + one.outside()));
      }
    }
    return table;
  }

  private TextTable factors() {
    TextTable table = table("factors");
    Explanation.Susceptibility found = explanation.susceptibility();
    if (found != null) {
      for (Explanation.FactorPart part : found.factors()) {
        table.add(
            phrases.name("geo_factor", part.factor()),
            part.factorClass(),
            Figures.km2(part.areaM2()),
            SusceptibilitySentences.signed(part.informationValue()),
            SusceptibilitySentences.signed(part.contribution()));
      }
    }
    return table;
  }

  private TextTable sources() {
    TextTable table = table("sources");
    for (Source source : explanation.sources()) {
      table.add(
          phrases.table(source.dataset()),
          source.file(),
          String.valueOf(source.rowsRead()),
          String.valueOf(source.rowsAccepted()),
          String.valueOf(source.rowsQuarantined()),
          String.valueOf(source.rowsDuplicate()),
          String.valueOf(source.rowsOfUnit()),
          source.submissionId().substring(0, Math.min(12, source.submissionId().length())));
    }
    return table;
  }

  private TextTable snapshots() {
    TextTable table = table("snapshots");
    explanation.release().snapshots().forEach((name, id) -> table.add(name, id.toString()));
    return table;
  }
}

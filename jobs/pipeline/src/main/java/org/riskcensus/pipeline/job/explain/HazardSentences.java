package org.riskcensus.pipeline.job.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.job.explain.Explanation.Exposed;
import org.riskcensus.pipeline.job.explain.Explanation.Factors;
import org.riskcensus.pipeline.job.explain.Explanation.FloodZone;
import org.riskcensus.pipeline.job.explain.Explanation.HazardObject;
import org.riskcensus.pipeline.job.explain.Explanation.Risk;
import org.riskcensus.pipeline.words.Phrases;

/** How the risk of one hazard comes about. */
final class HazardSentences {

  private final Explanation explanation;
  private final Phrases phrases;
  private final GradeSentences grades;

  HazardSentences(Explanation explanation, Phrases phrases) {
    this.explanation = explanation;
    this.phrases = phrases;
    this.grades = new GradeSentences(explanation, phrases);
  }

  /** One paragraph. */
  String tell(Risk risk) {
    String hazard = phrases.name("risk_kind", risk.hazard());
    Factors factors = risk.factors();
    if (factors == null || factors.reach() == 0) {
      return phrases.say("hazard.none", hazard);
    }
    StringBuilder told = new StringBuilder();
    told.append(phrases.say("hazard.reach", hazard, Figures.percent(factors.reach(), 1)));
    told.append(product(risk, factors));
    told.append(breaks(risk));
    told.append(grades.grade(risk));
    if (!risk.objects().isEmpty()) {
      told.append(object(risk));
    }
    if (!risk.floodZones().isEmpty()) {
      told.append(floodZones(risk.floodZones()));
    }
    told.append(exposed(risk.exposure()));
    return told.toString();
  }

  private String product(Risk risk, Factors factors) {
    return phrases.say(
        "hazard.product",
        Figures.index(factors.hazard()),
        Figures.index(factors.exposure()),
        Figures.index(factors.vulnerability()),
        Figures.index(factors.capacity()),
        Figures.index(factors.reach()),
        Figures.index(risk.meanRiskIndex()));
  }

  private String breaks(Risk risk) {
    List<String> from = new ArrayList<>();
    for (int i = 0; i < risk.breaks().size(); i++) {
      from.add(phrases.say("break.from", Figures.index(risk.breaks().get(i)), level(i + 2)));
    }
    return phrases.say(
        "hazard.breaks",
        Figures.index(risk.breaks().get(0)),
        level(1),
        String.join(phrases.say("list"), from),
        level(risk.levelOf(risk.meanRiskIndex())),
        Figures.index(risk.maxRiskIndex()),
        level(risk.levelOf(risk.maxRiskIndex())));
  }

  private String level(int level) {
    return phrases.name("risk_level", level);
  }

  private String object(Risk risk) {
    HazardObject first = risk.objects().get(0);
    String name = first.name() == null ? first.objectId() : first.name() + " " + first.objectId();
    int count = risk.objects().size() + risk.otherObjects().count();
    String objects =
        phrases.say(
            "hazard.objects",
            count,
            name,
            Figures.index(first.hazardIndex()),
            inputs(first, phrases, tableOf(risk)),
            first.file() == null ? "…" : first.file(),
            first.rowNumber() == null ? "…" : first.rowNumber().toString());
    return first.factors().isEmpty()
        ? objects
        : objects + phrases.say("hazard.factors", factors(first.factors()));
  }

  private String factors(Map<String, Double> factors) {
    List<String> told = new ArrayList<>();
    factors.forEach(
        (code, value) ->
            told.add(
                phrases.say(
                    "hazard.factor", phrases.name("hazard_factor", code), Figures.index(value))));
    return String.join(phrases.say("list"), told);
  }

  private String tableOf(Risk risk) {
    return explanation.objectTables().getOrDefault(risk.hazard(), "");
  }

  /** The fields of an object as they were surveyed. */
  static String inputs(HazardObject object, Phrases phrases, String table) {
    List<String> told = new ArrayList<>();
    for (Map.Entry<String, @Nullable String> input : object.inputs().entrySet()) {
      String field = input.getKey();
      String filed = input.getValue();
      String value =
          filed == null ? phrases.say("not_reported") : phrases.value(table, field, filed);
      told.add(phrases.say("input", phrases.field(table, field), value));
    }
    return String.join(phrases.say("list"), told);
  }

  private String floodZones(List<FloodZone> zones) {
    double whole = explanation.unit().areaM2();
    List<String> told = new ArrayList<>();
    for (FloodZone zone : zones) {
      told.add(
          phrases.say(
              "hazard.flood_zones.one",
              phrases.name("flood_zone_class", zone.zoneClass()),
              Figures.km2(zone.areaM2()),
              Figures.percent(zone.areaM2(), whole),
              Figures.index(zone.meanDegreeM())));
    }
    return phrases.say("hazard.flood_zones", String.join(phrases.say("list"), told));
  }

  private String exposed(List<Exposed> exposure) {
    List<String> told = new ArrayList<>();
    for (Exposed one : exposure) {
      if (one.inside() > 0) {
        told.add(
            phrases.say(
                "hazard.exposed.one",
                phrases.name("exposure", one.exposure()),
                Figures.quantity(one.inside()),
                one.unit(),
                Figures.percent(one.inside(), one.inside() + one.outside())));
      }
    }
    return told.isEmpty()
        ? phrases.say("hazard.exposed.none")
        : phrases.say("hazard.exposed", String.join(phrases.say("list"), told));
  }
}

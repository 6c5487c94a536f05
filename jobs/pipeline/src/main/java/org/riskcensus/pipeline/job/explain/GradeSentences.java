package org.riskcensus.pipeline.job.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.zoning.ZoneClass;
import org.riskcensus.pipeline.job.explain.Explanation.ClassArea;
import org.riskcensus.pipeline.job.explain.Explanation.Combination;
import org.riskcensus.pipeline.job.explain.Explanation.Member;
import org.riskcensus.pipeline.job.explain.Explanation.Risk;
import org.riskcensus.pipeline.job.explain.Explanation.Stability;
import org.riskcensus.pipeline.job.explain.Explanation.WeightChange;
import org.riskcensus.pipeline.words.Phrases;

/** What the grade is and what it rests on. */
final class GradeSentences {

  private final Explanation explanation;
  private final Phrases phrases;

  GradeSentences(Explanation explanation, Phrases phrases) {
    this.explanation = explanation;
    this.phrases = phrases;
  }

  private Risk first() {
    return explanation.risks().get(0);
  }

  private String level(int level) {
    return phrases.name("risk_level", level);
  }

  String title() {
    Explanation.Unit unit = explanation.unit();
    return phrases.say(
        "title", unit.name(), unit.code(), hazard(first().hazard()), level(first().level()));
  }

  private String hazard(String code) {
    return phrases.name("risk_kind", code);
  }

  String basis() {
    Explanation.ReleaseOf release = explanation.release();
    String basis =
        phrases.say("basis", release.title(), release.tag(), release.date(), release.runId());
    Double side = explanation.rules().cellSideMetres();
    if (side != null) {
      basis += phrases.say("basis.cells", Figures.quantity(side));
    }
    return release.synthetic() ? basis + phrases.say("basis.synthetic") : basis;
  }

  List<String> result() {
    List<String> told = new ArrayList<>();
    told.add(grade(first()));
    if (explanation.combination() != null) {
      told.add(shares(explanation.combination().members()));
    }
    told.addAll(stability(first().stability()));
    told.add(zones(first()));
    String people = Figures.quantity(first().exposedPopulation());
    told.add(phrases.say("people", people));
    return told;
  }

  /** Why the grade is this one and not the next. */
  String grade(Risk risk) {
    Explanation.Unit unit = explanation.unit();
    double share = explanation.rules().minUnitShare();
    String least = Figures.percent(share, 1);
    String level = level(risk.level());
    String grade =
        risk.level() == 1
            ? phrases.say("grade.lowest", hazard(risk.hazard()), least, level)
            : phrases.say(
                "grade",
                hazard(risk.hazard()),
                Figures.percent(risk.areaFrom(risk.level()), unit.areaM2()),
                least,
                level);
    if (risk.level() == risk.breaks().size() + 1) {
      return grade;
    }
    double next = risk.areaFrom(risk.level() + 1);
    return grade
        + phrases.say(
            next > 0 ? "grade.next" : "grade.next.none",
            level(risk.level() + 1),
            Figures.percent(next, unit.areaM2()));
  }

  /** How sure the grade is of the weights; nothing where the release does not tell. */
  private List<String> stability(@Nullable Stability stability) {
    if (stability == null) {
      return List.of();
    }
    String share = Figures.percent(stability.share(), 1);
    List<String> changes = new ArrayList<>();
    for (WeightChange change : stability.decisive()) {
      changes.add(
          phrases.say(
              change.raised() ? "stability.raised" : "stability.lowered",
              phrases.weight(change.component(), change.indicator()),
              level(change.level())));
    }
    String alone =
        changes.isEmpty()
            ? phrases.say("stability.none", share)
            : phrases.say("stability.decisive", share, String.join(phrases.say("list"), changes));
    String often =
        phrases.say(
            "stability",
            share,
            stability.runs(),
            Figures.percent(stability.keptShare(), 1),
            Figures.percent(stability.lowerShare(), 1),
            Figures.percent(stability.higherShare(), 1),
            phrases.say(isWeightedSum() ? "stability.hazards" : "stability.indices"));
    return List.of(often + alone);
  }

  /** Whether weights of the hazards count in the risk that is explained. */
  private boolean isWeightedSum() {
    Combination combination = explanation.combination();
    return combination != null && combination.rule().equals("weighted_sum");
  }

  private String shares(List<Member> members) {
    double all = members.stream().mapToDouble(GradeSentences::part).sum();
    List<String> parts = new ArrayList<>();
    members.stream()
        .filter(member -> part(member) > 0)
        .forEach(
            member ->
                parts.add(
                    phrases.say(
                        "share", hazard(member.hazard()), Figures.percent(part(member), all))));
    if (parts.isEmpty()) {
      return phrases.say("shares.none", members.size());
    }
    String key = members.get(0).contribution() == null ? "shares.maximum" : "shares.sum";
    return phrases.say(key, members.size(), String.join(phrases.say("list"), parts));
  }

  private static double part(Member member) {
    return Objects.requireNonNullElse(member.contribution(), member.chained());
  }

  private String zones(Risk risk) {
    List<String> told = new ArrayList<>();
    for (ZoneClass zone : ZoneClass.values()) {
      Map<String, Double> reasons = new TreeMap<>();
      for (ClassArea area : risk.areas()) {
        if (area.zoneClass().equals(zone.code())) {
          reasons.merge(area.zoneReason(), area.areaM2(), Double::sum);
        }
      }
      told.add(zone(zone.code(), reasons));
    }
    return String.join("", told);
  }

  private String zone(String zone, Map<String, Double> reasons) {
    double area = reasons.values().stream().mapToDouble(Double::doubleValue).sum();
    String name = phrases.name("zone_class", zone);
    if (area == 0) {
      return phrases.say("zone.none", name);
    }
    double whole = explanation.unit().areaM2();
    List<String> because = new ArrayList<>();
    reasons.forEach(
        (reason, part) ->
            because.add(
                phrases.say(
                    "zone.reason",
                    phrases.name("zone_reason", reason),
                    Figures.percent(part, whole))));
    return phrases.say(
        "zone",
        name,
        Figures.km2(area),
        Figures.percent(area, whole),
        String.join(phrases.say("list"), because));
  }
}

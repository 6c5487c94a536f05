package org.riskcensus.pipeline.job.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.riskcensus.pipeline.job.explain.Explanation.FactorPart;
import org.riskcensus.pipeline.job.explain.Explanation.SusceptibleArea;
import org.riskcensus.pipeline.words.Phrases;

/** How prone the ground of a unit is, and which factors make it so. */
final class SusceptibilitySentences {

  private final Phrases phrases;

  SusceptibilitySentences(Phrases phrases) {
    this.phrases = phrases;
  }

  /** One paragraph. */
  String tell(Explanation.Susceptibility found) {
    String hazard = phrases.name("risk_kind", found.hazard());
    String reason = found.reason();
    if (reason != null) {
      return phrases.say(
          "susceptibility.none", hazard, phrases.name("susceptibility_reason", reason));
    }
    Double mean = found.meanValue();
    if (mean == null) {
      return phrases.say("susceptibility.unknown", hazard);
    }
    return phrases.say(
        "susceptibility",
        hazard,
        signed(mean),
        String.join(phrases.say("list"), factors(found.factors())),
        String.join(phrases.say("list"), areas(found.areas())));
  }

  private List<String> areas(List<SusceptibleArea> areas) {
    double whole = areas.stream().mapToDouble(SusceptibleArea::areaM2).sum();
    return areas.stream()
        .map(
            area ->
                phrases.say(
                    "susceptibility.area",
                    phrases.name("susceptibility_class", area.susceptibilityClass()),
                    Figures.percent(area.areaM2(), whole),
                    area.points()))
        .toList();
  }

  /** Factors by what they add, each with its class of the greatest area. */
  private List<String> factors(List<FactorPart> parts) {
    Map<String, List<FactorPart>> byFactor = new LinkedHashMap<>();
    parts.forEach(p -> byFactor.computeIfAbsent(p.factor(), code -> new ArrayList<>()).add(p));
    return byFactor.values().stream()
        .sorted(Comparator.comparingDouble(SusceptibilitySentences::sum).reversed())
        .map(this::factor)
        .toList();
  }

  private static double sum(List<FactorPart> parts) {
    return parts.stream().mapToDouble(FactorPart::contribution).sum();
  }

  private String factor(List<FactorPart> parts) {
    FactorPart widest =
        parts.stream().max(Comparator.comparingDouble(FactorPart::areaM2)).orElseThrow();
    double whole = parts.stream().mapToDouble(FactorPart::areaM2).sum();
    return phrases.say(
        "susceptibility.factor",
        phrases.name("geo_factor", widest.factor()),
        signed(sum(parts)),
        widest.factorClass(),
        Figures.percent(widest.areaM2(), whole),
        signed(widest.informationValue()));
  }

  /** A value with its sign, since that tells more or less prone than the county. */
  static String signed(double value) {
    return (value > 0 ? "+" : "") + Figures.index(value);
  }
}

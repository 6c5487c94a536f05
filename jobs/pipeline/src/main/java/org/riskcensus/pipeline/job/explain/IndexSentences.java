package org.riskcensus.pipeline.job.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.riskcensus.pipeline.job.explain.Explanation.Combination;
import org.riskcensus.pipeline.job.explain.Explanation.Index;
import org.riskcensus.pipeline.job.explain.Explanation.Indicator;
import org.riskcensus.pipeline.job.explain.Explanation.Member;
import org.riskcensus.pipeline.words.Phrases;

/** What exposure, vulnerability and capacity are made of, and how hazards are put together. */
final class IndexSentences {

  private final Explanation explanation;
  private final Phrases phrases;

  IndexSentences(Explanation explanation, Phrases phrases) {
    this.explanation = explanation;
    this.phrases = phrases;
  }

  List<String> indices() {
    return explanation.indices().stream().map(this::index).toList();
  }

  private String index(Index index) {
    boolean own = index.ofUnit().equals(explanation.unit().code());
    String parts =
        index.indicators().stream()
            .map(this::indicator)
            .collect(Collectors.joining(phrases.say("list")));
    return phrases.say(
        own ? "index" : "index.township",
        phrases.name("risk_component", index.component()),
        Figures.index(index.value()),
        parts,
        index.ofUnit());
  }

  private String indicator(Indicator indicator) {
    String told =
        phrases.say(
            "indicator",
            phrases.indicator(indicator.indicator()),
            Figures.quantity(indicator.rawValue()),
            unit(indicator.rawUnit()),
            Figures.index(indicator.normalised()),
            Figures.index(indicator.weight()));
    return indicator.missingReason() == null
        ? told
        : told
            + phrases.say(
                "indicator.missing", phrases.name("missing_reason", indicator.missingReason()));
  }

  private static String unit(String unit) {
    return unit.equals("1") ? "" : " " + unit;
  }

  List<String> combination(Combination combination) {
    List<String> told = new ArrayList<>();
    boolean sum = combination.rule().equals("weighted_sum");
    if (sum) {
      String weights =
          combination.members().stream()
              .map(this::weight)
              .collect(Collectors.joining(phrases.say("list")));
      told.add(phrases.say("weights", Figures.percent(combination.lossShare(), 1), weights));
    }
    chains(combination, told);
    String key = sum ? "combined.sum" : "combined.maximum";
    told.add(
        phrases.say(
            key,
            combination.members().stream()
                .map(member -> term(member, sum))
                .collect(Collectors.joining(sum ? " + " : phrases.say("list"))),
            Figures.index(explanation.risks().get(0).meanRiskIndex())));
    return told;
  }

  private String weight(Member member) {
    String hazard = phrases.name("risk_kind", member.hazard());
    return member.byLoss() == null
        ? phrases.say("weight.experts", hazard, Figures.index(member.weight()))
        : phrases.say(
            "weight",
            hazard,
            Figures.index(member.weight()),
            Figures.index(member.byExperts()),
            Figures.index(member.byLoss()));
  }

  private static String term(Member member, boolean sum) {
    return sum
        ? Figures.index(member.weight()) + " × " + Figures.index(member.chained())
        : Figures.index(member.chained());
  }

  private void chains(Combination combination, List<String> told) {
    Map<String, Member> members =
        combination.members().stream().collect(Collectors.toMap(Member::hazard, m -> m));
    for (Explanation.Chain chain : combination.chains()) {
      Member to = members.get(chain.to());
      if (to != null && to.chained() > to.risk()) {
        told.add(
            phrases.say(
                "chain",
                phrases.name("risk_kind", chain.from()),
                phrases.name("risk_kind", chain.to()),
                Figures.index(chain.probability()),
                Figures.index(to.risk()),
                Figures.index(to.chained())));
      }
    }
  }
}

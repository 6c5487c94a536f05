package org.riskcensus.pipeline.job.explain;

import java.util.ArrayList;
import java.util.List;
import org.riskcensus.pipeline.job.explain.Explanation.Missing;
import org.riskcensus.pipeline.job.explain.Explanation.Source;
import org.riskcensus.pipeline.words.Phrases;

/** What is missing, and where everything comes from. */
final class SourceSentences {

  private final Explanation explanation;
  private final Phrases phrases;

  SourceSentences(Explanation explanation, Phrases phrases) {
    this.explanation = explanation;
    this.phrases = phrases;
  }

  List<String> missing() {
    if (explanation.missing().isEmpty()) {
      return List.of(phrases.say("missing.none"));
    }
    List<String> told = new ArrayList<>();
    explanation.missing().forEach(missing -> told.add(tell(missing)));
    return told;
  }

  private String tell(Missing missing) {
    String state = phrases.name("missing_reason", missing.state());
    return phrases.say(
        "missing." + missing.kind(),
        subject(missing),
        state,
        missing.count() == null ? "" : missing.count().toString());
  }

  /** The name of what is missing. */
  private String subject(Missing missing) {
    String subject = missing.subject();
    return switch (missing.kind()) {
      case "hazard" -> phrases.name("risk_kind", subject);
      case "indicator" -> phrases.indicator(subject);
      case "table" -> phrases.table(subject);
      case "input" -> {
        String hazard = subject.substring(0, subject.indexOf('.'));
        String table = explanation.objectTables().getOrDefault(hazard, "");
        String field = phrases.field(table, subject.substring(subject.indexOf('.') + 1));
        yield phrases.name("risk_kind", hazard) + " " + field;
      }
      default -> subject;
    };
  }

  List<String> sources() {
    long read = explanation.sources().stream().mapToLong(Source::rowsRead).sum();
    long accepted = explanation.sources().stream().mapToLong(Source::rowsAccepted).sum();
    return List.of(
        phrases.say("sources", explanation.sources().size(), read, accepted),
        phrases.say("methods", explanation.release().methodVersion()),
        phrases.say(
            "release",
            explanation.release().tag(),
            String.valueOf(explanation.release().number())));
  }
}

package org.riskcensus.pipeline.job.explain;

import java.util.ArrayList;
import java.util.List;
import org.riskcensus.formats.report.render.TextTable;
import org.riskcensus.pipeline.words.Phrases;

/** An explanation to read, or to read aloud: sentences first, tables after. */
final class ExplanationText {

  private final Explanation explanation;
  private final Phrases phrases;

  ExplanationText(Explanation explanation, Phrases phrases) {
    this.explanation = explanation;
    this.phrases = phrases;
  }

  /** The lines of the text. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    GradeSentences grade = new GradeSentences(explanation, phrases);
    lines.add(grade.title());
    lines.add("");
    lines.add(grade.basis());
    chapter(lines, "chapter.result", grade.result());
    List<String> ofHazards = new ArrayList<>();
    HazardSentences hazard = new HazardSentences(explanation, phrases);
    explanation.risks().stream()
        .filter(risk -> risk.factors() != null)
        .forEach(risk -> ofHazards.add(hazard.tell(risk)));
    Explanation.Susceptibility susceptibility = explanation.susceptibility();
    if (susceptibility != null) {
      ofHazards.add(new SusceptibilitySentences(phrases).tell(susceptibility));
    }
    chapter(lines, "chapter.hazards", ofHazards);
    IndexSentences index = new IndexSentences(explanation, phrases);
    chapter(lines, "chapter.indices", index.indices());
    if (explanation.combination() != null) {
      chapter(lines, "chapter.combination", index.combination(explanation.combination()));
    }
    SourceSentences sources = new SourceSentences(explanation, phrases);
    chapter(lines, "chapter.missing", sources.missing());
    chapter(lines, "chapter.sources", sources.sources());
    for (TextTable table : new ExplanationTables(explanation, phrases).tables()) {
      List<String> rows = table.lines();
      if (!rows.isEmpty()) {
        lines.add("");
        lines.addAll(rows);
      }
    }
    return lines;
  }

  private void chapter(List<String> lines, String title, List<String> paragraphs) {
    if (!paragraphs.isEmpty()) {
      lines.add("");
      lines.add(phrases.say(title));
      lines.addAll(paragraphs);
    }
  }
}

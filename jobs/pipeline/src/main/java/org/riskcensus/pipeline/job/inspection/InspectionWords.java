package org.riskcensus.pipeline.job.inspection;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.riskcensus.core.inspection.Acceptance;
import org.riskcensus.core.inspection.ItemVerdict;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.Signatures;
import org.riskcensus.formats.report.Wording;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.words.Phrases;

/** The words of an inspection in one language: of its sheet, its notice and its report. */
final class InspectionWords {

  private final Language language;
  private final Phrases phrases;

  private InspectionWords(Language language, Phrases phrases) {
    this.language = language;
    this.phrases = phrases;
  }

  static InspectionWords in(Language language, Contracts contracts) {
    return new InspectionWords(language, Phrases.of(InspectionWords.class, language, contracts));
  }

  Language language() {
    return language;
  }

  /** A phrase with its places filled. */
  String say(String key, Object... figures) {
    return phrases.say(key, figures);
  }

  /** The name of a dataset. */
  String title(String dataset) {
    return phrases.table(dataset);
  }

  /** The name of a column of a dataset. */
  String field(String dataset, String field) {
    return phrases.field(dataset, field);
  }

  /** The word of a verdict in sheets and reports. */
  String verdict(ItemVerdict verdict) {
    return language.of(verdict.label(), verdict.code());
  }

  /** The word of what an inspection says of the whole. */
  String acceptance(Acceptance acceptance) {
    return language.of(acceptance.label(), acceptance.code());
  }

  /** The words of the frame of a page. */
  Wording wording() {
    Map<Cell.Missing, String> missing = new EnumMap<>(Cell.Missing.class);
    for (Cell.Missing cause : Cell.Missing.values()) {
      missing.put(cause, say("missing." + cause));
    }
    return new Wording(language.tag(), say("contents"), say("text"), missing, say("note.missing"));
  }

  /** Who signs. */
  Signatures signatures() {
    return new Signatures(
        List.of(
            say(InspectionForm.INSPECTOR),
            say(InspectionForm.REVIEWER),
            say("signature.office"),
            say("signature.day")));
  }
}

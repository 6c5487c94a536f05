package org.riskcensus.pipeline.job.inspection;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.SourceRow;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.formats.read.UnreadableFileException;
import org.riskcensus.formats.report.Form;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.DateText;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * An inspection sheet that was handed in, as it is.
 *
 * @param file for messages
 * @param words of the language it is in
 * @param sample id it bears
 * @param inspector who inspected
 * @param reviewer who reviewed
 * @param day of the inspection; the epoch where the sheet says none, which is a problem
 * @param lines its lines
 */
record FilledSheet(
    String file,
    InspectionWords words,
    String sample,
    String inspector,
    String reviewer,
    LocalDate day,
    List<Line> lines) {

  private static final List<String> HEADS =
      List.of(
          InspectionForm.NUMBER,
          InspectionForm.DATASET,
          InspectionForm.OBJECT,
          InspectionForm.INDICATOR,
          InspectionForm.FILED,
          InspectionForm.INSPECTED,
          InspectionForm.VERDICT,
          InspectionForm.REMARK);

  /**
   * A line of the sheet.
   *
   * @param row of the sheet, from 1
   * @param cells by the key of their head; what is not there is empty
   */
  record Line(int row, Map<String, String> cells) {

    String get(String head) {
      return cells.getOrDefault(head, "").strip();
    }
  }

  /**
   * Reads a workbook, whose pages tell the language it is in. What is wrong on its first page does
   * not keep its lines from being read, so that everything is told at once; lines without their
   * columns do.
   *
   * @throws org.riskcensus.formats.read.UnreadableFileException when it is no workbook, or not one
   *     with the pages of an inspection sheet
   */
  static Optional<FilledSheet> read(Path path, Contracts contracts, Problems problems)
      throws IOException {
    String file = path.toString();
    InspectionWords words = words(file, contracts);
    Map<String, String> facts = new LinkedHashMap<>();
    List<String> heads = List.of(InspectionForm.FACT, InspectionForm.VALUE);
    for (Line fact : lines(file, words, InspectionForm.ABOUT, heads, problems).orElse(List.of())) {
      facts.put(fact.get(InspectionForm.FACT), fact.get(InspectionForm.VALUE));
    }
    for (String wanted :
        List.of(InspectionForm.SAMPLE, InspectionForm.INSPECTOR, InspectionForm.REVIEWER)) {
      if (fact(facts, words, wanted).isEmpty()) {
        String page = words.say(InspectionForm.ABOUT);
        problems.add(file, 0, "“" + words.say(wanted) + "” on the page “" + page + "” is empty");
      }
    }
    String day = fact(facts, words, InspectionForm.DAY);
    Optional<LocalDate> date = DateText.parse(day);
    if (date.isEmpty()) {
      String label = words.say(InspectionForm.DAY);
      problems.add(file, 0, "“" + label + "” is '" + day + "'; write a day such as 2026-01-10");
    }
    return lines(file, words, InspectionForm.LINES, HEADS, problems)
        .map(
            lines ->
                new FilledSheet(
                    file,
                    words,
                    fact(facts, words, InspectionForm.SAMPLE),
                    fact(facts, words, InspectionForm.INSPECTOR),
                    fact(facts, words, InspectionForm.REVIEWER),
                    date.orElse(LocalDate.EPOCH),
                    lines));
  }

  private static String fact(Map<String, String> facts, InspectionWords words, String key) {
    return facts.getOrDefault(words.say(key), "");
  }

  /** The words of the language in which the workbook has its pages. */
  private static InspectionWords words(String file, Contracts contracts) throws IOException {
    UnreadableFileException inChinese = null;
    for (Language language : Language.values()) {
      InspectionWords words = InspectionWords.in(language, contracts);
      try {
        open(file, words.say(InspectionForm.ABOUT)).close();
        return words;
      } catch (UnreadableFileException e) {
        inChinese = inChinese == null ? e : inChinese;
      }
    }
    throw Objects.requireNonNull(inChinese);
  }

  private static RowReader open(String file, String page) throws IOException {
    Map<String, String> options = Map.of("header_row", Integer.toString(Form.HEAD_ROW));
    return RowReaders.open(new SourceSpec(file, page, null, null, options));
  }

  /** The lines of a page; empty, with the problems, where it lacks columns. */
  private static Optional<List<Line>> lines(
      String file, InspectionWords words, String page, List<String> heads, Problems problems)
      throws IOException {
    List<Line> lines = new ArrayList<>();
    try (RowReader rows = open(file, words.say(page))) {
      List<String> missing =
          heads.stream().map(words::say).filter(h -> !rows.fields().contains(h)).toList();
      for (String head : missing) {
        problems.add(
            file,
            Form.HEAD_ROW,
            "the page “%s” has no column “%s”: hand in the sheet that census qc wrote"
                .formatted(words.say(page), head));
      }
      if (!missing.isEmpty()) {
        return Optional.empty();
      }
      while (rows.hasNext()) {
        SourceRow row = rows.next();
        int line = (int) row.rowNumber() + Form.HEAD_ROW;
        if (row.problem() != null) {
          problems.add(file, line, row.problem());
        }
        Map<String, String> cells = new HashMap<>();
        heads.forEach(h -> cells.put(h, row.attributes().getOrDefault(words.say(h), "")));
        lines.add(new Line(line, cells));
      }
    }
    return Optional.of(lines);
  }
}

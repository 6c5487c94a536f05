package org.riskcensus.pipeline.job.inspection;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.SourceRow;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.formats.report.Form;
import org.riskcensus.pipeline.contract.DateText;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * An inspection sheet that was handed in, as it is.
 *
 * @param file for messages
 * @param sample id it bears
 * @param inspector who inspected
 * @param reviewer who reviewed
 * @param day of the inspection; the epoch where the sheet says none, which is a problem
 * @param lines its lines
 */
record FilledSheet(
    String file,
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
   * @param cells by their head; what is not there is empty
   */
  record Line(int row, Map<String, String> cells) {

    String get(String head) {
      return cells.getOrDefault(head, "").strip();
    }
  }

  /**
   * Reads a workbook. What is wrong on its first page does not keep its lines from being read, so
   * that everything is told at once; lines without their columns do.
   *
   * @throws org.riskcensus.formats.read.UnreadableFileException when it is no workbook, or not one
   *     with the pages of an inspection sheet
   */
  static Optional<FilledSheet> read(Path path, Problems problems) throws IOException {
    String file = path.toString();
    Map<String, String> facts = new LinkedHashMap<>();
    for (Line fact :
        lines(file, InspectionForm.ABOUT, List.of(Form.FACT, Form.VALUE), problems)
            .orElse(List.of())) {
      facts.put(fact.get(Form.FACT), fact.get(Form.VALUE));
    }
    for (String wanted :
        List.of(InspectionForm.SAMPLE, InspectionForm.INSPECTOR, InspectionForm.REVIEWER)) {
      if (facts.getOrDefault(wanted, "").isEmpty()) {
        problems.add(
            file, 0, "“" + wanted + "” on the page “" + InspectionForm.ABOUT + "” is empty");
      }
    }
    String day = facts.getOrDefault(InspectionForm.DAY, "");
    Optional<LocalDate> date = DateText.parse(day);
    if (date.isEmpty()) {
      problems.add(
          file, 0, "“" + InspectionForm.DAY + "” is '" + day + "'; write a day such as 2026-01-10");
    }
    return lines(file, InspectionForm.LINES, HEADS, problems)
        .map(
            lines ->
                new FilledSheet(
                    file,
                    facts.getOrDefault(InspectionForm.SAMPLE, ""),
                    facts.getOrDefault(InspectionForm.INSPECTOR, ""),
                    facts.getOrDefault(InspectionForm.REVIEWER, ""),
                    date.orElse(LocalDate.EPOCH),
                    lines));
  }

  /** The lines of a page; empty, with the problems, where it lacks columns. */
  private static Optional<List<Line>> lines(
      String file, String page, List<String> heads, Problems problems) throws IOException {
    Map<String, String> options = Map.of("header_row", Integer.toString(Form.HEAD_ROW));
    List<Line> lines = new ArrayList<>();
    try (RowReader rows = RowReaders.open(new SourceSpec(file, page, null, null, options))) {
      List<String> missing = heads.stream().filter(head -> !rows.fields().contains(head)).toList();
      for (String head : missing) {
        problems.add(
            file,
            Form.HEAD_ROW,
            "the page “%s” has no column “%s”: hand in the sheet that census qc wrote"
                .formatted(page, head));
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
        lines.add(new Line(line, row.attributes()));
      }
    }
    return Optional.of(lines);
  }
}

package org.riskcensus.pipeline.job.inspection;

import java.util.ArrayList;
import java.util.List;
import org.riskcensus.core.inspection.Acceptance;
import org.riskcensus.core.inspection.ErrorTally;
import org.riskcensus.core.inspection.ItemVerdict;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.Cover;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Report;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.method.InspectionMethod;

/** The report of an inspection 质量抽检报告: rates, verdict, and what was found wrong. */
final class ResultPage {

  private final InspectionMethod method;
  private final InspectionWords words;
  private final ItemText text;

  ResultPage(Contracts contracts, InspectionMethod method, InspectionWords words) {
    this.method = method;
    this.words = words;
    this.text = new ItemText(contracts, words);
  }

  Report of(Inspection inspection) {
    InspectionResult whole = inspection.whole();
    FilledSheet sheet = inspection.sheet();
    List<Cover.Fact> facts =
        List.of(
            new Cover.Fact(words.say("inspector"), sheet.inspector()),
            new Cover.Fact(words.say("reviewer"), sheet.reviewer()),
            new Cover.Fact(words.say("day"), sheet.day().toString()),
            new Cover.Fact(words.say("head.acceptance"), words.acceptance(whole.acceptance())));
    return new Report(
        PageParts.cover(inspection.sample(), words, "report.title", facts),
        words.wording(),
        List.of(
            section("verdict", verdict(whole)),
            section("parts", List.of(parts(inspection))),
            section(
                "wrong",
                List.of(
                    items(inspection, ItemVerdict.WRONG),
                    items(inspection, ItemVerdict.UNVERIFIABLE))),
            section("signatures", List.of(words.signatures()))));
  }

  private Section section(String id, List<Block> blocks) {
    return Section.of(id, words.say("report." + id), blocks);
  }

  private List<Block> verdict(InspectionResult whole) {
    ErrorTally tally = whole.tally();
    String sentence =
        words.say(
            "report.sentence",
            Long.toString(whole.objects()),
            Long.toString(tally.items()),
            Long.toString(tally.wrong()),
            Long.toString(tally.unverifiable()),
            NumberForm.TWO.text(100 * tally.errorRate()),
            NumberForm.TWO.text(100 * tally.weightedErrorRate()),
            words.acceptance(whole.acceptance()));
    boolean passed = whole.acceptance() == Acceptance.PASSED;
    return List.of(
        passed ? Paragraph.body(sentence) : Paragraph.warning(sentence),
        Paragraph.body(PageParts.limits(method, words)));
  }

  private Table parts(Inspection inspection) {
    List<Table.Row> rows = new ArrayList<>();
    for (InspectionResult result : inspection.results()) {
      ErrorTally tally = result.tally();
      String scope =
          switch (result.scope()) {
            case InspectionResult.ALL -> words.say("report.all");
            case InspectionResult.DATASET -> words.title(result.key());
            default -> words.say("report.county", result.key());
          };
      List<Cell> cells =
          List.of(
              PageParts.words(scope),
              PageParts.whole(result.objects()),
              PageParts.whole(tally.items()),
              PageParts.whole(tally.wrong()),
              PageParts.whole(tally.unverifiable()),
              new Cell.Figure(100 * tally.errorRate(), NumberForm.TWO),
              new Cell.Figure(100 * tally.weightedErrorRate(), NumberForm.TWO),
              PageParts.words(words.acceptance(result.acceptance())));
      rows.add(new Table.Row(cells, result.scope().equals(InspectionResult.ALL)));
    }
    return new Table(
        words.say("report.rates"),
        List.of(
            column("head.scope", 1.8),
            number("head.objects", words.say("count.objects"), 1),
            number("head.items", words.say("count.items"), 1),
            number("head.wrong", words.say("count.items"), 1),
            number("head.unverifiable", words.say("count.items"), 1.4),
            number("head.rate", "%", 1),
            number("head.weighted", "%", 1.2),
            column("head.acceptance", 1.2)),
        rows,
        List.of(words.say("report.rates_note")));
  }

  private Table.Column column(String head, double width) {
    return Table.Column.text(words.say(head), width);
  }

  private Table.Column number(String head, String unit, double width) {
    return Table.Column.number(words.say(head), unit, width);
  }

  private Table items(Inspection inspection, ItemVerdict verdict) {
    List<Table.Row> rows = new ArrayList<>();
    for (InspectedItem inspected : inspection.items()) {
      if (inspected.verdict() == verdict) {
        InspectionItem item = inspected.item();
        DrawnObject object = item.object();
        rows.add(
            PageParts.row(
                PageParts.words(Integer.toString(item.number())),
                PageParts.words(words.title(object.dataset())),
                PageParts.words(object.id()),
                PageParts.words(text.label(object.dataset(), item.indicator())),
                PageParts.words(text.filed(item)),
                PageParts.words(inspected.inspected()),
                PageParts.words(inspected.remark()),
                PageParts.words(words.say("source", object.file(), Long.toString(object.row())))));
      }
    }
    return new Table(
        words.say("report." + verdict.code() + "_items"),
        List.of(
            column("head.number", 1.2),
            column("head.dataset", 2),
            column("head.object", 3),
            column("head.indicator", 2.2),
            column("head.filed", 2),
            column("head.inspected", 2.5),
            column("head.remark", 2.4),
            column("head.source", 4.5)),
        rows,
        List.of());
  }
}

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

  private static final List<Table.Column> RESULT =
      List.of(
          Table.Column.text("范围", 2.2),
          Table.Column.number("对象", "个", 1),
          Table.Column.number("指标", "项", 1),
          Table.Column.number("错误", "项", 1),
          Table.Column.number("无法核实", "项", 1),
          Table.Column.number("错误率", "%", 1),
          Table.Column.number("加权错误率", "%", 1.2),
          Table.Column.text("结论", 1.2));
  private static final List<Table.Column> WRONG =
      List.of(
          Table.Column.text("序号", 1.2),
          Table.Column.text("数据集", 2),
          Table.Column.text("编号", 3),
          Table.Column.text("指标", 2.2),
          Table.Column.text("填报值", 2),
          Table.Column.text("核查值", 2),
          Table.Column.text("备注", 2.4),
          Table.Column.text("来源", 5));

  private final InspectionMethod method;
  private final ItemText text;

  ResultPage(Contracts contracts, InspectionMethod method) {
    this.method = method;
    this.text = new ItemText(contracts);
  }

  Report of(Inspection inspection) {
    InspectionResult whole = inspection.whole();
    FilledSheet sheet = inspection.sheet();
    List<Cover.Fact> facts =
        List.of(
            new Cover.Fact("检查人", sheet.inspector()),
            new Cover.Fact("复核人", sheet.reviewer()),
            new Cover.Fact("检查日期", sheet.day().toString()),
            new Cover.Fact("结论", whole.acceptance().label()));
    return new Report(
        PageParts.cover(inspection.sample(), "普查数据质量抽检报告", facts),
        PageParts.WORDING,
        List.of(
            Section.of("verdict", "一、结论", verdict(whole)),
            Section.of("parts", "二、分项结果", List.of(parts(inspection))),
            Section.of(
                "wrong",
                "三、问题清单",
                List.of(
                    items(inspection, ItemVerdict.WRONG, "表2　判为错误的指标"),
                    items(inspection, ItemVerdict.UNVERIFIABLE, "表3　无法核实的指标"))),
            Section.of("signatures", "四、签字", List.of(PageParts.SIGNATURES))));
  }

  private List<Block> verdict(InspectionResult whole) {
    ErrorTally tally = whole.tally();
    String sentence =
        "共抽检 %s 个对象、%s 项指标，其中错误 %s 项、无法核实 %s 项；错误率 %s%%，加权错误率 %s%%，结论：%s。"
            .formatted(
                Long.toString(whole.objects()),
                Long.toString(tally.items()),
                Long.toString(tally.wrong()),
                Long.toString(tally.unverifiable()),
                NumberForm.TWO.text(100 * tally.errorRate()),
                NumberForm.TWO.text(100 * tally.weightedErrorRate()),
                whole.acceptance().label());
    boolean passed = whole.acceptance() == Acceptance.PASSED;
    return List.of(
        passed ? Paragraph.body(sentence) : Paragraph.warning(sentence),
        Paragraph.body(PageParts.limits(method)));
  }

  private Table parts(Inspection inspection) {
    List<Table.Row> rows = new ArrayList<>();
    for (InspectionResult result : inspection.results()) {
      ErrorTally tally = result.tally();
      String scope =
          switch (result.scope()) {
            case InspectionResult.ALL -> "全部";
            case InspectionResult.DATASET -> text.title(result.key());
            default -> "县 " + result.key();
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
              PageParts.words(result.acceptance().label()));
      rows.add(new Table.Row(cells, result.scope().equals(InspectionResult.ALL)));
    }
    return new Table("表1　错误率", RESULT, rows, List.of("分项样本少，其结论供参考；以全部为准。"));
  }

  private Table items(Inspection inspection, ItemVerdict verdict, String caption) {
    List<Table.Row> rows = new ArrayList<>();
    for (InspectedItem inspected : inspection.items()) {
      if (inspected.verdict() == verdict) {
        InspectionItem item = inspected.item();
        DrawnObject object = item.object();
        rows.add(
            PageParts.row(
                PageParts.words(Integer.toString(item.number())),
                PageParts.words(text.title(object.dataset())),
                PageParts.words(object.id()),
                PageParts.words(text.label(object.dataset(), item.indicator())),
                PageParts.words(text.filed(item)),
                PageParts.words(inspected.inspected()),
                PageParts.words(inspected.remark()),
                PageParts.words(object.file() + " 第 " + object.row() + " 行")));
      }
    }
    return new Table(caption, WRONG, rows, List.of());
  }
}

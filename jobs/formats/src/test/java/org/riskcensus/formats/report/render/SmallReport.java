package org.riskcensus.formats.report.render;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.riskcensus.formats.chart.Chart;
import org.riskcensus.formats.chart.Series;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.ChartBlock;
import org.riskcensus.formats.report.Cover;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Picture;
import org.riskcensus.formats.report.Report;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;
import org.riskcensus.formats.report.Wording;

/** A made-up report with every kind of block, a long table and unfriendly text. */
final class SmallReport {

  /** Texts that a spreadsheet or a browser must not run. */
  static final List<String> UNFRIENDLY =
      List.of(
          "=HYPERLINK(\"http://x\",\"点\")", "+1+1", "-2", "@SUM(A1)", "<script>alert(1)</script>");

  private static final Map<Cell.Missing, String> MISSING =
      Map.of(
          Cell.Missing.NOT_REPORTED,
          "未报",
          Cell.Missing.NOT_APPLICABLE,
          "不适用",
          Cell.Missing.NO_EVENT,
          "无",
          Cell.Missing.NOT_COMPUTABLE,
          "无法计算");

  private SmallReport() {}

  static Report with(Path map) {
    Cover cover =
        new Cover(
            "甲县自然灾害灾情统计年报",
            "2025年度",
            List.of(
                new Cover.Fact("统计单位", "甲县 (370000000000)"), new Cover.Fact("发布版本", "census-2025")),
            List.of("本报告数据为合成数据，不反映真实灾情。"),
            LocalDate.of(2025, 12, 31),
            "census-2025 run r-1");
    Wording wording = new Wording("zh-CN", "目录", "文字", MISSING, "“未报”不是零；“不适用”如以零为基数的增减。");
    List<Block> first =
        List.of(
            Paragraph.body("2025年，甲县受灾人口12,345人次，直接经济损失6,789.50万元，比上年增长3.2%。"),
            Paragraph.warning("乙镇未报因灾死亡人口；未报不等于零。"),
            losses(),
            new ChartBlock("图1　2015—2025年直接经济损失", years(), "2015年至2025年直接经济损失"));
    List<Block> second = List.of(unfriendly(), new Picture("图2　综合风险等级图", map, "综合风险等级图"));
    Section below = Section.of("zones", "（一）防治区划", second);
    return new Report(
        cover,
        wording,
        List.of(
            Section.of("losses", "一、灾害损失", first),
            new Section("risk", "二、风险与区划", List.of(Paragraph.body("见下。")), List.of(below)),
            Section.of("dangers", "三、灾害隐患", List.of(Paragraph.warning("没有登记的隐患。")))));
  }

  private static Table losses() {
    List<Table.Row> rows = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      Cell deaths = i == 2 ? Cell.Missing.NOT_REPORTED : figure(i % 3, NumberForm.WHOLE);
      Cell change = i == 3 ? Cell.Missing.NOT_APPLICABLE : figure(3.25 - i, NumberForm.CHANGE);
      rows.add(
          new Table.Row(
              List.of(
                  new Cell.Text("第" + i + "镇"),
                  deaths,
                  figure(1234.565 * i, NumberForm.TWO),
                  change),
              false));
    }
    rows.add(
        new Table.Row(
            List.of(
                new Cell.Text("合计"),
                figure(60, NumberForm.WHOLE),
                figure(2259253.95, NumberForm.TWO),
                figure(0, NumberForm.CHANGE)),
            true));
    return new Table(
        "表1　分镇直接经济损失",
        List.of(
            Table.Column.text("乡镇", 3),
            Table.Column.number("因灾死亡人口", "人", 2),
            Table.Column.number("直接经济损失", "万元", 3),
            Table.Column.number("比上年增减", "%", 2)),
        rows,
        List.of("注：“未报”不是零；“不适用”如以零为基数的增减。"));
  }

  private static Table unfriendly() {
    return new Table(
        "表2　责任清单",
        List.of(Table.Column.text("名称", 4), Table.Column.number("人数", "人", 1)),
        UNFRIENDLY.stream()
            .map(
                text ->
                    new Table.Row(List.of(new Cell.Text(text), figure(1, NumberForm.WHOLE)), false))
            .toList(),
        List.of());
  }

  static Chart years() {
    List<String> years = IntStream.rangeClosed(2015, 2025).mapToObj(Integer::toString).toList();
    return new Chart(
        "万元",
        years,
        List.of(
            Series.bar(
                "直接经济损失",
                0,
                Arrays.asList(
                    6317.85, 4200.0, null, 0.0, 9100.5, 300.0, 5200.0, 4100.0, 3300.0, 7000.0,
                    6789.5)),
            Series.line(
                "前五年均值",
                1,
                Arrays.asList(
                    null, null, null, null, null, 4904.6, 4200.1, 3900.0, 4563.4, 4400.1, 3980.0))),
        false);
  }

  private static Cell figure(double value, NumberForm form) {
    return new Cell.Figure(value, form);
  }
}

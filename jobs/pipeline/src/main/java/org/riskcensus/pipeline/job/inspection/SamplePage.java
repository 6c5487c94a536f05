package org.riskcensus.pipeline.job.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Report;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.method.InspectionMethod;

/**
 * The notice of a drawn sample 质量抽检通知单: how it was drawn, what is checked, which objects, who
 * signs.
 */
final class SamplePage {

  private final InspectionMethod method;
  private final ItemText text;

  SamplePage(Contracts contracts, InspectionMethod method) {
    this.method = method;
    this.text = new ItemText(contracts);
  }

  Report of(InspectionSample sample) {
    return new Report(
        PageParts.cover(sample, "普查数据质量抽检通知单", List.of()),
        PageParts.WORDING,
        List.of(
            Section.of("method", "一、抽样", List.of(how(sample), strata(sample), origin(sample))),
            Section.of("indicators", "二、核查指标", List.of(indicators(sample), limits())),
            Section.of("signatures", "三、签字", List.of(PageParts.SIGNATURES)),
            Section.of("objects", "四、抽检对象", List.of(objects(sample)))));
  }

  private Paragraph how(InspectionSample sample) {
    return Paragraph.body(
        "按数据集和县分层，每层按 "
            + PageParts.percent(sample.share())
            + " 抽取对象(向上取整)，每层不少于 "
            + method.size().least()
            + " 个、不多于 "
            + method.size().most()
            + " 个。抽签由随机种子与对象编号的 SHA-256 值决定：同一种子、同一数据必得同一样本，可复核。");
  }

  private static Paragraph origin(InspectionSample sample) {
    String tables = sample.snapshots().replaceAll("[{}]", "").replace(",", "；").replace("=", " ");
    return Paragraph.note("样本取自以下数据快照：" + tables);
  }

  private Table strata(InspectionSample sample) {
    Map<String, DrawnObject> strata = new TreeMap<>();
    sample.objects().forEach(o -> strata.putIfAbsent(o.dataset() + "\n" + o.county(), o));
    Map<String, Long> items =
        sample.items().stream()
            .map(InspectionItem::object)
            .collect(
                Collectors.groupingBy(o -> o.dataset() + "\n" + o.county(), Collectors.counting()));
    List<Table.Row> rows = new ArrayList<>();
    strata.forEach(
        (key, stratum) ->
            rows.add(
                PageParts.row(
                    PageParts.words(text.title(stratum.dataset())),
                    PageParts.words(stratum.county()),
                    PageParts.whole(stratum.stratumObjects()),
                    PageParts.whole(stratum.stratumDrawn()),
                    PageParts.whole(items.getOrDefault(key, 0L)))));
    return new Table(
        "表1　各层抽取数",
        List.of(
            Table.Column.text("数据集", 2),
            Table.Column.text("县", 1),
            Table.Column.number("对象总数", "个", 1),
            Table.Column.number("抽取数", "个", 1),
            Table.Column.number("核查指标数", "项", 1)),
        rows,
        List.of());
  }

  private Table indicators(InspectionSample sample) {
    List<Table.Row> rows = new ArrayList<>();
    sample
        .objects()
        .map(DrawnObject::dataset)
        .distinct()
        .forEach(
            dataset -> {
              for (InspectionMethod.Indicator i : method.get(dataset)) {
                rows.add(
                    PageParts.row(
                        PageParts.words(text.title(dataset)),
                        PageParts.words(text.label(dataset, i)),
                        new Cell.Figure(i.weight(), NumberForm.ONE),
                        PageParts.words(ItemText.tolerance(i))));
              }
            });
    return new Table(
        "表2　核查指标、权重与允许误差",
        List.of(
            Table.Column.text("数据集", 2),
            Table.Column.text("指标", 2),
            Table.Column.number("权重", "", 1),
            Table.Column.text("允许误差", 1)),
        rows,
        List.of("指标、权重与允许误差为本项目设定[D]；官方核查清单未能核实。"));
  }

  private Paragraph limits() {
    return Paragraph.body(PageParts.limits(method));
  }

  private Table objects(InspectionSample sample) {
    List<Table.Row> rows = new ArrayList<>();
    sample
        .objects()
        .forEach(
            o ->
                rows.add(
                    PageParts.row(
                        PageParts.words(Integer.toString(rows.size() + 1)),
                        PageParts.words(text.title(o.dataset())),
                        PageParts.words(o.id()),
                        PageParts.words(o.adminCode()),
                        PageParts.words(o.place()),
                        PageParts.words(o.file() + " 第 " + o.row() + " 行"),
                        PageParts.words(o.findings()))));
    return new Table(
        "表3　抽检对象清单",
        List.of(
            Table.Column.text("序号", 1.6),
            Table.Column.text("数据集", 3.4),
            Table.Column.text("编号", 5),
            Table.Column.text("行政区划代码", 4.2),
            Table.Column.text("位置(经度, 纬度)", 5.6),
            Table.Column.text("来源", 8.5),
            Table.Column.text("自动检查", 4.4)),
        rows,
        List.of("“自动检查”为质检规则已对该对象提示的问题，供核查时留意。"));
  }
}

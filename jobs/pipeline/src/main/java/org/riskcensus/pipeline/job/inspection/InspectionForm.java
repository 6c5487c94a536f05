package org.riskcensus.pipeline.job.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.inspection.ItemVerdict;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.Form;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.pipeline.contract.Contracts;

/** The sheet an inspector fills in and signs 质量抽检表: a line for each item of a sample. */
final class InspectionForm {

  static final String ABOUT = "填表说明";
  static final String LINES = "抽检表";
  static final String SAMPLE = "抽检编号";
  static final String INSPECTOR = "检查人";
  static final String REVIEWER = "复核人";
  static final String DAY = "检查日期";
  static final String NUMBER = "序号";
  static final String DATASET = "数据集";
  static final String OBJECT = "编号";
  static final String INDICATOR = "指标";
  static final String FILED = "填报值";
  static final String INSPECTED = "核查值";
  static final String VERDICT = "判定";
  static final String REMARK = "备注";

  private static final List<Form.Column> COLUMNS =
      List.of(
          Form.Column.given(NUMBER, 8),
          Form.Column.given(DATASET, 14),
          Form.Column.given(OBJECT, 19),
          Form.Column.given("行政区划代码", 15),
          Form.Column.given("位置(经度, 纬度)", 21),
          Form.Column.given("来源文件", 32),
          Form.Column.given("行号", 8),
          Form.Column.given("自动检查", 16),
          Form.Column.given(INDICATOR, 19),
          Form.Column.given(FILED, 18),
          Form.Column.given("允许误差", 10),
          Form.Column.blank(INSPECTED, 18),
          Form.Column.blank(
              VERDICT,
              11,
              Arrays.stream(ItemVerdict.values()).map(ItemVerdict::label).toArray(String[]::new)),
          Form.Column.blank(REMARK, 22));

  private final ItemText text;

  InspectionForm(Contracts contracts) {
    this.text = new ItemText(contracts);
  }

  Form of(InspectionSample sample) {
    List<List<Cell>> rows = sample.items().stream().map(this::row).toList();
    String title = sample.year() + "年度普查数据质量抽检表";
    return new Form(title, PageParts.WORDING, ABOUT, facts(sample), LINES, COLUMNS, rows);
  }

  private List<Form.Fact> facts(InspectionSample sample) {
    List<Form.Fact> facts = new ArrayList<>();
    facts.add(given(SAMPLE, sample.id()));
    facts.add(given("普查年度", Integer.toString(sample.year())));
    facts.add(given("抽检单位", sample.unit()));
    facts.add(given("随机种子", Long.toString(sample.seed())));
    facts.add(given("抽样比例", String.format(Locale.ROOT, "%.2f%%", 100 * sample.share())));
    facts.add(given("抽检对象数", Long.toString(sample.objects().count())));
    facts.add(given("核查指标数", Integer.toString(sample.items().size())));
    facts.add(given("方法版本", sample.method()));
    facts.add(
        given(
            "填写办法",
            "逐行核对：在“核查值”填现场或档案所见，“判定”选正确、错误或无法核实。判为错误须填核查值或备注，无法核实须填备注；"
                + "在允许误差以内为正确。只填有底色的单元格，不得增删行、不得改动其他单元格。"));
    facts.add(given("交回", "填完并签字后，由数据管理人员用 census qc --filled 读入，计算错误率并给出结论。"));
    facts.add(new Form.Fact(INSPECTOR, "", true));
    facts.add(new Form.Fact(REVIEWER, "", true));
    facts.add(new Form.Fact(DAY, "", true));
    return facts;
  }

  private static Form.Fact given(String label, String value) {
    return new Form.Fact(label, value, false);
  }

  private List<Cell> row(InspectionItem item) {
    DrawnObject object = item.object();
    return List.of(
        whole(item.number()),
        text(text.title(object.dataset())),
        text(object.id()),
        text(object.adminCode()),
        text(object.place()),
        text(object.file()),
        whole(object.row()),
        text(object.findings()),
        text(text.label(object.dataset(), item.indicator())),
        text(text.filed(item)),
        text(ItemText.tolerance(item.indicator())));
  }

  private static Cell whole(long number) {
    return new Cell.Figure(number, NumberForm.WHOLE);
  }

  private static Cell text(@Nullable String words) {
    return new Cell.Text(words == null ? "" : words);
  }
}

package org.riskcensus.pipeline.job.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.Cover;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Signatures;
import org.riskcensus.formats.report.Table;
import org.riskcensus.formats.report.Wording;
import org.riskcensus.pipeline.method.InspectionMethod;

/** What the notice and the report of an inspection have in common. */
final class PageParts {

  static final Wording WORDING =
      new Wording(
          "zh-CN",
          "目录",
          "正文",
          Map.of(
              Cell.Missing.NOT_REPORTED, "未报",
              Cell.Missing.NOT_APPLICABLE, "不适用",
              Cell.Missing.NO_EVENT, "无",
              Cell.Missing.NOT_COMPUTABLE, "无法计算"),
          "“未报”不是零。");
  static final Signatures SIGNATURES = new Signatures(List.of("检查人", "复核人", "检查单位(盖章)", "日期"));

  private PageParts() {}

  static Cover cover(InspectionSample sample, String title, List<Cover.Fact> more) {
    List<Cover.Fact> facts = new ArrayList<>();
    facts.add(new Cover.Fact("抽检编号", sample.id()));
    facts.add(new Cover.Fact("抽检单位", sample.unit()));
    facts.add(new Cover.Fact("随机种子", Long.toString(sample.seed())));
    facts.add(new Cover.Fact("抽样比例", percent(sample.share())));
    facts.add(new Cover.Fact("抽检对象", sample.objects().count() + " 个"));
    facts.add(new Cover.Fact("核查指标", sample.items().size() + " 项"));
    facts.addAll(more);
    facts.add(new Cover.Fact("方法版本", sample.method()));
    return new Cover(
        title,
        sample.year() + " 年度",
        facts,
        List.of(),
        LocalDate.of(sample.year(), 12, 31),
        sample.id());
  }

  static String limits(InspectionMethod method) {
    return "错误率 = 错误指标数 ÷ (正确 + 错误)指标数；加权错误率按指标权重和每个样本所代表的对象数加权。两者较高者不超过 "
        + percent(method.limits().errorRate())
        + " 为合格(该上限凭记忆[M]，未能核实)；无法核实的指标超过 "
        + percent(method.limits().unverifiable())
        + " 时不能判定。";
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * share).replace(".00%", "%");
  }

  static Table.Row row(Cell... cells) {
    return new Table.Row(List.of(cells), false);
  }

  static Cell words(@Nullable String words) {
    return new Cell.Text(words == null ? "" : words);
  }

  static Cell whole(long number) {
    return new Cell.Figure(number, NumberForm.WHOLE);
  }
}

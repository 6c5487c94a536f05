package org.riskcensus.pipeline.job.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.words.Phrases;

class ExplanationTextTest {

  private static final Contracts CONTRACTS = Contracts.load();

  private static String told(ExplainFormat format, Language language) {
    return format.write(Explained.village(), Phrases.of(ExplainJob.class, language, CONTRACTS));
  }

  @Test
  void theTextSaysWhyTheGradeIsThisOneAndNotTheNext() {
    assertThat(told(ExplainFormat.TEXT, Language.ZH))
        .startsWith("西南村（370321101201）的综合风险为什么是“中风险”\n")
        .contains("综合风险达到“中风险”及以上的面积占 54.0%，不少于规定的 5.0%，所以定为“中风险”。")
        .contains("更高一级“较高风险”的面积只占 4.0%，不够规定的比例，所以没有定得更高。")
        .contains("数据为合成样例");
  }

  @Test
  void theTextSaysHowMuchTheGradeDependsOnTheWeights() {
    assertThat(told(ExplainFormat.TEXT, Language.ZH))
        .contains(
            "把暴露度、脆弱性、减灾能力各指标的权重以及综合风险中各灾种的权重在 ±20.0% 以内随机变动 200 次，"
                + "变动后各自按原来的合计重新归一；危险性指数内部的权重和分级断点不变。等级不变的占 91.0%，变低的占 9.0%")
        .contains("单独调低或调高 20.0%（其余按比例归一）就会改变等级的权重：调低“人口”则为“低风险”。");
    assertThat(told(ExplainFormat.CSV, Language.ZH))
        .contains("stability,comprehensive,kept,,,,,0.91")
        .contains("weight_change,comprehensive,exposure population,,,,,1,lowered");
  }

  @Test
  void levelsHaveTheNamesOfTheirScale() {
    String text =
        ExplainFormat.TEXT.write(
            Explained.village(),
            Phrases.of(
                ExplainJob.class,
                Language.ZH,
                org.riskcensus.pipeline.method.FiveLevels.contracts()));
    assertThat(text)
        .startsWith("西南村（370321101201）的综合风险为什么是“较低风险”\n")
        .contains("风险指数不到 0.02 为“低风险”，0.02 起为“较低风险”、0.045 起为“中风险”");
  }

  @Test
  void theTextMultipliesTheFactorsOfAHazard() {
    assertThat(told(ExplainFormat.TEXT, Language.ZH))
        .contains("范围 0.5 × 危险性 0.6 × 暴露度 0.5 × 脆弱性 0.4 ×（1 − 减灾能力 0.5）= 0.03")
        .contains("平均值属“中风险”，最大值 0.08 属“高风险”")
        .contains("水深米：1.2、重现期：未填写），填报在 淹没.gpkg 第 17 行")
        .contains("它的危险性指数由此得出：水深强度等级 3、水深×流速强度等级 4。")
        .contains("高危险区 1.00 平方千米，占 10.0%，平均区划度 0.62 米、低危险区 4.00 平方千米，占 40.0%")
        .contains("【地面沉降】这里不在该灾害的范围内，风险为 0。");
  }

  @Test
  void theTextSaysWhatTheComprehensiveRiskIsMadeOf() {
    assertThat(told(ExplainFormat.TEXT, Language.ZH))
        .contains("综合风险由本县 2 类灾害加权相加，其中：洪涝占 100.0%")
        .contains("洪涝 0.8（专家 0.7，按损失 0.9）、地面沉降 0.2（损失统计不含该灾种，只按专家）")
        .contains("= 0.8 × 0.03 + 0.2 × 0 = 0.024");
  }

  @Test
  void theTextTellsWhatIsMissingWithoutTakingItForZero() {
    assertThat(told(ExplainFormat.TEXT, Language.ZH))
        .contains("没有地质灾害的评估结果：未填报。这不等于没有该灾害。")
        .contains("致灾要素字段“洪涝 重现期”有 2 个未填写。")
        .contains("每万人救援队员（原值 0 人/万人，折合 0，权重 0.2）［县内未填报按零计］")
        .contains("淹没.gpkg：有 4 行隔离未计入");
  }

  @Test
  void theTextTellsWhichFactorsMakeTheGroundProne() {
    assertThat(told(ExplainFormat.TEXT, Language.ZH))
        .contains(
            "【地质灾害易发性】平均信息量 +0.3（大于 0 表示比全县平均更易发生，小于 0 则更不易），由各因子相加："
                + "工程岩组 +0.16（面积最大的类别 泥岩 占 100.0%，信息量 +0.16）、"
                + "坡度 +0.14（面积最大的类别 8–15 占 60.0%，信息量 -0.1）。"
                + "分区：高易发区占 60.0%（灾害点 9 个）、低易发区占 40.0%（灾害点 1 个）。");
    assertThat(told(ExplainFormat.CSV, Language.ZH))
        .contains("factor_class,geohazard,slope 25–35,4000000.0,m2,0.5,,0.2")
        .contains("susceptibility,geohazard,mean,,,,,0.3");
  }

  @Test
  void aCountyWithoutSusceptibilityIsToldWhy() {
    Explanation.Susceptibility none =
        new Explanation.Susceptibility(
            "geohazard", "too_few_points", null, java.util.List.of(), java.util.List.of());
    assertThat(
            new SusceptibilitySentences(Phrases.of(ExplainJob.class, Language.ZH, CONTRACTS))
                .tell(none))
        .isEqualTo("【地质灾害易发性】本县无法计算：地质灾害点数量不足。这不等于不易发。");
  }

  @Test
  void theSameIsToldInEnglish() {
    assertThat(told(ExplainFormat.TEXT, Language.EN))
        .contains("hence \"medium, yellow\"")
        .contains("reach 0.5 × hazard 0.6 × exposure 0.5 × vulnerability 0.4 × (1 − capacity 0.5)")
        .doesNotContainPattern(Pattern.compile("\\{\\d"));
  }

  @Test
  void jsonHasTheWholeChainUnderStableNames() throws IOException {
    JsonNode json = new ObjectMapper().readTree(told(ExplainFormat.JSON, Language.ZH));
    assertThat(json.at("/unit/code").asText()).isEqualTo("370321101201");
    assertThat(json.at("/risks/1/factors/vulnerability").asDouble()).isEqualTo(0.4);
    assertThat(json.at("/risks/1/objects/0/row_number").asLong()).isEqualTo(17);
    assertThat(json.at("/risks/1/objects/0/inputs/return_period_a").isNull()).isTrue();
    assertThat(json.at("/combination/members/1/by_loss").isNull()).isTrue();
    assertThat(json.at("/indices/0/indicators/0/raw_value").asDouble()).isEqualTo(500);
    assertThat(json.at("/release/snapshots/marts.unit_risk").asLong()).isEqualTo(7);
  }

  @Test
  void theRowTableHasOneRowAStepFromFilesToGrade() {
    String[] lines = told(ExplainFormat.CSV, Language.ZH).split("\n");
    assertThat(lines[0]).isEqualTo(String.join(",", ExplanationSteps.COLUMNS));
    assertThat(lines[1]).startsWith("1,source,,flood_extent: 淹没.gpkg,36,rows");
    assertThat(lines).anyMatch(line -> line.contains(",factor,flood,reach,0.5"));
    assertThat(lines).anyMatch(line -> line.contains(",grade,comprehensive,risk_level,,,,,2,"));
    assertThat(lines[lines.length - 1]).contains("missing,,rows 淹没.gpkg,4");
  }
}

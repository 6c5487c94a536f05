package org.riskcensus.pipeline.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riskcensus.formats.map.SheetText;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;

class MapPhrasesTest {

  private static final Contracts CONTRACTS = Contracts.load();

  private static SheetText sheet(Language language, String theme, String hazard) {
    MapPhrases phrases = MapPhrases.in(language, CONTRACTS);
    String subject =
        theme.equals("coverage")
            ? phrases.name("coverage_service", hazard)
            : phrases.hazard(hazard);
    return phrases.sheet(
        theme,
        "某县",
        subject,
        phrases.subtitle("某县普查", 2025),
        new MapPhrases.Imprint(LocalDate.of(2025, 12, 31), "census-2025", true));
  }

  @ParameterizedTest
  @CsvSource({
    "level, flood, 某县洪涝灾害风险等级图",
    "level, geohazard, 某县地质灾害风险等级图",
    "zone, reed_fire, 某县苇场火灾风险防治区划图",
    "zone, comprehensive, 某县自然灾害综合风险防治区划图",
    "change, flood, 某县洪涝灾害风险等级变化图",
    "flood_zone, flood, 某县洪涝灾害区划图",
    "coverage, shelter, 某县应急避难场所覆盖图"
  })
  void aTitleNamesTheHazardInFull(String theme, String hazard, String title) {
    SheetText text = sheet(Language.ZH, theme, hazard);
    assertThat(text.title()).isEqualTo(title);
    assertThat(text.subtitle()).isEqualTo("某县普查　2025年度");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "level | flood | 某县: risk levels, flood",
        "zone | comprehensive | 某县: prevention zones, all hazards",
        "coverage | shelter | 某县: coverage, shelters"
      })
  void inEnglishOnlyNamesThatWereFiledAreChinese(String theme, String hazard, String title) {
    SheetText text = sheet(Language.EN, theme, hazard);
    assertThat(text.title()).isEqualTo(title);
    assertThat(text.subtitle()).isEqualTo("某县普查, 2025");
    assertThat(text.legendTitle() + text.source()).matches("[ -~]+");
  }
}

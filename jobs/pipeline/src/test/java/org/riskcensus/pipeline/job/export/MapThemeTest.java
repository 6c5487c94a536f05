package org.riskcensus.pipeline.job.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MapThemeTest {

  @Test
  void aTitleNamesTheHazardInFull() {
    assertThat(MapTheme.LEVEL.title("某县", "flood", "洪涝")).isEqualTo("某县洪涝灾害风险等级图");
    assertThat(MapTheme.LEVEL.title("某县", "geohazard", "地质灾害")).isEqualTo("某县地质灾害风险等级图");
    assertThat(MapTheme.ZONE.title("某县", "reed_fire", "苇场火灾")).isEqualTo("某县苇场火灾风险防治区划图");
    assertThat(MapTheme.ZONE.title("某县", "comprehensive", "综合")).isEqualTo("某县自然灾害综合风险防治区划图");
  }

  @Test
  void soDoesThatOfAHazardOfOnesOwn() {
    assertThat(MapTheme.HAZARD.title("某县", "drought", "干旱")).isEqualTo("某县干旱灾害危险性等级图");
    assertThat(MapTheme.HAZARD.title("某县", "forest_fire", "森林火灾")).isEqualTo("某县森林火灾危险性等级图");
  }

  @Test
  void aServiceIsNoHazard() {
    assertThat(MapTheme.COVERAGE.title("某县", "shelter", "避难场所")).isEqualTo("某县避难场所覆盖图");
  }
}

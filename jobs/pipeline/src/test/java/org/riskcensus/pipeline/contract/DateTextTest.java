package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-01-05",
        "2024-1-5",
        "2024/1/5",
        "2024/01/05",
        "2024.1.5",
        "20240105",
        "2024年1月5日",
        "2024年01月05日",
        "２０２４－０１－０５",
        " 2024-01-05\u3000",
        "2024-01-05T00:00:00",
        "2024/1/5 0:00",
        "2024-01-05 00:00:00.000",
        "2024-01-05T00:00:00Z"
      })
  void theSameDayIsReadInEveryForm(String filed) {
    assertThat(DateText.parse(filed)).contains(LocalDate.of(2024, 1, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024",
        "2024-01",
        "24-01-05",
        "05/01/2024",
        "2024-13-01",
        "2023-02-29",
        "20240230",
        "2024-1/5",
        "2024年1月",
        "2024-01-05T08:30:00",
        "45296",
        "去年"
      })
  void whatIsNoDayIsNotGuessedAt(String filed) {
    assertThat(DateText.parse(filed)).isEmpty();
  }
}

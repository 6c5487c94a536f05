package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234|1234",
        "'  12.50 '|12.50",
        "'\u300012\u00A0'|12",
        "-0.5|-0.5",
        "+3|3",
        ".5|0.5",
        "5.|5",
        "1.2E3|1.2E3",
        "1,234|1234",
        "1,234,567.8|1234567.8",
        "-1,234|-1234",
        "１，２３４．５|1234.5",
        "1、234|1234",
        "－１２|-12",
        "007|7"
      })
  void numbersAreReadAsPeopleTypeThem(String filed, BigDecimal expected) {
    assertThat(NumberText.parse(filed))
        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        ".",
        "1,5",
        "1,23,456",
        "12,34",
        "1.234,5",
        "1 234",
        "221262人",
        "05‰",
        "NaN",
        "Infinity",
        "0x1F",
        "1e9999",
        "1-2",
        "--1",
        "十二",
        "1d"
      })
  void whatIsNoNumberIsNotGuessedAt(String filed) {
    assertThat(NumberText.parse(filed)).isEmpty();
  }
}

package org.riskcensus.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.riskcensus.core.loss.LossField.DEATHS;
import static org.riskcensus.core.loss.LossField.DIRECT_LOSS_WAN;
import static org.riskcensus.core.loss.LossField.INJURED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LossRecordTest {

  @Test
  void sumIgnoresWhatIsNotReportedAndStaysUnreportedWhenNobodyReports() {
    LossRecord first = LossRecord.empty().with(DEATHS, 2).with(DIRECT_LOSS_WAN, 0.1);
    LossRecord second = LossRecord.empty().with(DIRECT_LOSS_WAN, 0.2);
    LossRecord sum = LossRecord.sum(List.of(first, second));
    assertThat(sum).isEqualTo(LossRecord.empty().with(DEATHS, 2).with(DIRECT_LOSS_WAN, 0.3));
    assertThat(sum.find(INJURED)).isEmpty();
  }

  @Test
  void reportedZeroIsNotTheSameAsUnreported() {
    LossRecord zero = LossRecord.empty().with(DEATHS, 0);
    assertThat(zero).isNotEqualTo(LossRecord.empty());
    assertThat(LossRecord.sum(List.of(zero, LossRecord.empty()))).isEqualTo(zero);
  }

  @Test
  void sumIsTheSameInAnyOrderAndGrouping() {
    List<LossRecord> records = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      records.add(LossRecord.empty().with(DIRECT_LOSS_WAN, random.nextInt(1_000_000) / 100.0));
    }
    LossRecord whole = LossRecord.sum(records);
    Collections.shuffle(records, random);
    LossRecord left = LossRecord.sum(records.subList(0, 61));
    LossRecord right = LossRecord.sum(records.subList(61, 200));
    assertThat(right.plus(left)).isEqualTo(whole);
  }

  @Test
  void rowsByColumnNameKeepNullsUnreportedAndIgnoreOtherColumns() {
    Map<String, Object> row = new HashMap<>();
    row.put("deaths", 3);
    row.put("injured", null);
    row.put("event_name", "暴雨");
    assertThat(LossRecord.ofColumns(row)).isEqualTo(LossRecord.empty().with(DEATHS, 3));
  }

  @Test
  void valueThatIsNoNumberIsRefusedWithItsColumn() {
    assertThatThrownBy(() -> LossRecord.empty().with(DEATHS, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("deaths");
  }
}

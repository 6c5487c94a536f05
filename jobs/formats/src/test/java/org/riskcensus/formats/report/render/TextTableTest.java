package org.riskcensus.formats.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void columnsStayStraightBesideChineseCharacters() {
    TextTable table = new TextTable("t", List.of("灾种", "x"));
    table.add("洪涝", "1");
    table.add("ab", "2");
    assertThat(table.lines()).containsExactly("t", "灾种  x", "-------", "洪涝  1", "ab    2");
  }
}

package org.riskcensus.formats.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SectionTest {

  private static final Block SENTENCE = Paragraph.body("没有列入责任清单的事项。");
  private static final Block TABLE = new Table("表", List.of(), List.of(), List.of());

  @Test
  void aChapterOfSentencesIsBrief() {
    Section below = Section.of("b", "（一）", List.of(SENTENCE));
    assertThat(new Section("a", "一", List.of(SENTENCE), List.of(below)).isBrief()).isTrue();
  }

  @Test
  void aChapterWithATableIsNotBriefWhereverItStands() {
    Section below = Section.of("b", "（一）", List.of(TABLE));
    assertThat(Section.of("a", "一", List.of(SENTENCE, TABLE)).isBrief()).isFalse();
    assertThat(new Section("a", "一", List.of(SENTENCE), List.of(below)).isBrief()).isFalse();
  }
}

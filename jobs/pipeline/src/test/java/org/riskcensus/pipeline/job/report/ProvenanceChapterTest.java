package org.riskcensus.pipeline.job.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.lakehouse.ReleaseRun;

class ProvenanceChapterTest {

  private static final LocalDate DATE = LocalDate.of(2025, 12, 31);

  @Test
  void countiesOfOneRunShareALineUnlessTheirMethodsDiffer() {
    List<ReleaseRun> runs =
        List.of(
            run("370301", "a", "m@1"),
            run("370302", "b", "m@1"),
            run("370303", "a", "m@1"),
            run("370304", "a", "m@2"));
    assertThat(ProvenanceChapter.countiesByRun(runs))
        .containsExactly(
            entry(List.of("a", "2025-12-31", "m@1"), List.of("370301", "370303")),
            entry(List.of("b", "2025-12-31", "m@1"), List.of("370302")),
            entry(List.of("a", "2025-12-31", "m@2"), List.of("370304")));
  }

  private static ReleaseRun run(String county, String id, String methods) {
    return new ReleaseRun(county, id, "测试普查", true, DATE, methods);
  }
}

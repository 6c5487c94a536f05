package org.riskcensus.pipeline.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.audit.QualityRefusedException;

class SideBySideTest {

  @Test
  void resultsComeInTheOrderOfTheParts() {
    List<Callable<Integer>> parts =
        IntStream.range(0, 50).mapToObj(i -> (Callable<Integer>) () -> i).toList();
    assertThat(SideBySide.all(parts)).isEqualTo(IntStream.range(0, 50).boxed().toList());
  }

  @Test
  void twoPartsAreAtWorkAtOnce() {
    CountDownLatch both = new CountDownLatch(2);
    Callable<Boolean> meets =
        () -> {
          both.countDown();
          return both.await(30, TimeUnit.SECONDS);
        };
    assertThat(SideBySide.all(List.of(meets, meets))).containsExactly(true, true);
  }

  @Test
  void theFailureOfAPartIsThrownAsItIsWhenThoseAtWorkHaveEnded() {
    AtomicBoolean ended = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(1);
    Callable<String> refused =
        () -> {
          begun.await();
          throw new QualityRefusedException(List.of("row account does not balance"));
        };
    Callable<String> slow =
        () -> {
          begun.countDown();
          Thread.sleep(50);
          ended.set(true);
          return "done";
        };
    assertThatThrownBy(() -> SideBySide.all(List.of(refused, slow)))
        .isInstanceOf(QualityRefusedException.class)
        .hasMessageContaining("does not balance");
    assertThat(ended).isTrue();
  }
}

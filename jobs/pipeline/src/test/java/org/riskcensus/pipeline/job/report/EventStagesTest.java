package org.riskcensus.pipeline.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStagesTest {

  private static final StructType STAGE = StructType.fromDDL("direct_loss_wan double");

  private final Map<String, List<Row>> events = new LinkedHashMap<>();

  @BeforeEach
  void threeEventsInOrderOfTime() {
    events.put("may", stages(1.0, 5.0)); // initial, final
    events.put("june", stages(2.0, 3.0, 90.0));
    events.put("july", stages((Double) null));
  }

  @Test
  void aListThatIsLongEnoughNamesAllEventsInOrderOfTime() {
    assertThat(names(6)).containsExactly("may", "june", "july");
  }

  @Test
  void aShorterListNamesTheEventsOfTheLargestLossAsItStoodLast() {
    assertThat(names(5)).containsExactly("may", "june");
    assertThat(names(4)).containsExactly("june");
  }

  @Test
  void oneEventIsNamedWithAllItsStagesHoweverShortTheListIs() {
    assertThat(names(1)).containsExactly("june");
  }

  private Set<String> names(int longest) {
    return new EventStages(events).largest(longest).events().keySet();
  }

  private static List<Row> stages(@Nullable Double... losses) {
    return Arrays.stream(losses)
        .map(loss -> (Row) new GenericRowWithSchema(new Object[] {loss}, STAGE))
        .toList();
  }
}

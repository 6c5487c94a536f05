package org.riskcensus.pipeline.job.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * Events 灾害过程 in order of time, each with its stages of reporting in their order.
 *
 * @param events rows of {@code marts.loss_by_event} by event
 */
record EventStages(Map<String, List<Row>> events) {

  /** The stages by event, in the order in which the events come first. */
  static EventStages of(List<Row> stages) {
    Map<String, List<Row>> events = new LinkedHashMap<>();
    for (Row stage : stages) {
      events.computeIfAbsent(stage.getAs("event_id"), id -> new ArrayList<>()).add(stage);
    }
    return new EventStages(events);
  }

  /**
   * The events of the largest loss whose stages together fit into a list; one at least.
   *
   * @param longest most rows of the list
   */
  EventStages largest(int longest) {
    Comparator<String> byLoss =
        Comparator.comparingDouble((String event) -> -loss(event)).thenComparing(event -> event);
    Set<String> kept = new HashSet<>();
    int rows = 0;
    for (String event : events.keySet().stream().sorted(byLoss).toList()) {
      rows += stages(event).size();
      if (rows > longest && !kept.isEmpty()) {
        break;
      }
      kept.add(event);
    }
    Map<String, List<Row>> largest = new LinkedHashMap<>(events);
    largest.keySet().retainAll(kept);
    return new EventStages(largest);
  }

  /** The loss as it stood last. */
  private double loss(String event) {
    List<Row> stages = stages(event);
    Double loss = stages.get(stages.size() - 1).getAs(LossFigures.LOSS);
    return loss == null ? 0 : loss;
  }

  private List<Row> stages(String event) {
    return events.getOrDefault(event, List.of());
  }
}

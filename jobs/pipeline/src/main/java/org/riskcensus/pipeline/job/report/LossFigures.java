package org.riskcensus.pipeline.job.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The loss figures of the period reported on and of the same period of other years. */
interface LossFigures {

  /** All kinds of disaster together. */
  String ALL = "all";

  /** The direct economic loss 直接经济损失. */
  String LOSS = "direct_loss_wan";

  /** Years of the mean that a figure is held against. */
  int MEAN_YEARS = 5;

  /** A loss column of a place. */
  Figure figure(Place place, String field);

  /** What the figures of a place rest on, a code of loss_basis; empty where nothing was filed. */
  Optional<String> basis(Place place);

  /** Whether a place has any figure. */
  boolean has(Place place);

  /** Whether some reports gave a figure and others did not: it is then of those that did. */
  boolean partly(Place place, String field);

  /** The figure where it is known. */
  default @Nullable Double value(Place place, String field) {
    return figure(place, field).value();
  }

  /** Mean over those of the five years before whose figure is known. */
  default Mean mean(Place place, String field) {
    List<Double> values =
        IntStream.rangeClosed(place.year() - MEAN_YEARS, place.year() - 1)
            .mapToObj(year -> value(place.in(year), field))
            .filter(Objects::nonNull)
            .toList();
    double sum = values.stream().mapToDouble(Double::doubleValue).sum();
    return new Mean(
        values.isEmpty() ? Figure.NOT_REPORTED : Figure.of(sum / values.size()), values.size());
  }

  /** Whether a kind has any figure of this year or the five before. */
  default boolean recent(Place place) {
    return IntStream.rangeClosed(place.year() - MEAN_YEARS, place.year())
        .anyMatch(year -> has(place.in(year)));
  }

  /** A mean and the number of years it rests on. */
  record Mean(Figure figure, int years) {}
}

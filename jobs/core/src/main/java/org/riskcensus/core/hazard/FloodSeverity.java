package org.riskcensus.core.hazard;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Severity classes of a flood 洪水强度: each {@link Measure} has classes of its own, as many as the
 * depth has, and the strongest counts. A measure that was not filed leaves the others alone, for
 * null is not zero; so the class never falls when depth, velocity or duration grows, or becomes
 * known.
 *
 * @param breaks lower bounds of the classes but the first, by measure; intervals are half-open.
 *     That of the depth is always there and strictly ascends; equal bounds of another leave a class
 *     out that only depth reaches
 */
public record FloodSeverity(Map<Measure, List<Double>> breaks) implements Serializable {

  /** What severity is told by. */
  public enum Measure {
    /** Water depth, m. */
    DEPTH {
      @Override
      @Nullable Double of(FloodExtent extent) {
        return extent.depthMetres();
      }
    },
    /** Flow velocity, m/s. */
    VELOCITY {
      @Override
      @Nullable Double of(FloodExtent extent) {
        return extent.velocityMetresPerSecond();
      }
    },
    /** Depth × velocity, m²/s: what people, vehicles and walls have to withstand. */
    DEPTH_VELOCITY {
      @Override
      @Nullable Double of(FloodExtent extent) {
        Double velocity = extent.velocityMetresPerSecond();
        return velocity == null ? null : extent.depthMetres() * velocity;
      }
    },
    /** How long the water stands, h. */
    DURATION {
      @Override
      @Nullable Double of(FloodExtent extent) {
        return extent.durationHours();
      }
    };

    /** What tables call it. */
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The measure of an extent; null where it was not filed. */
    abstract @Nullable Double of(FloodExtent extent);
  }

  /** Copies the bounds and refuses those that fall or are not as many as those of the depth. */
  public FloodSeverity {
    if (!breaks.containsKey(Measure.DEPTH)) {
      throw new IllegalArgumentException("severity needs classes of the depth");
    }
    EnumMap<Measure, List<Double>> copy = new EnumMap<>(Measure.class);
    int wanted = breaks.getOrDefault(Measure.DEPTH, List.of()).size();
    breaks.forEach(
        (measure, bounds) -> {
          if (bounds.size() != wanted) {
            throw new IllegalArgumentException(
                measure + " needs as many classes as the depth, got " + bounds);
          }
          copy.put(measure, new LevelBreaks(bounds).lowerBounds());
        });
    Ascending.require("depth breaks", breaks.getOrDefault(Measure.DEPTH, List.of()));
    breaks = Collections.unmodifiableMap(copy);
  }

  /** Classes by depth alone. */
  public static FloodSeverity ofDepth(List<Double> breaksMetres) {
    return new FloodSeverity(Map.of(Measure.DEPTH, breaksMetres));
  }

  /** Number of classes. */
  public int size() {
    return breaks.getOrDefault(Measure.DEPTH, List.of()).size() + 1;
  }

  /** The class of an extent, 1 the weakest. */
  int classOf(FloodExtent extent) {
    return classes(extent).values().stream().mapToInt(Integer::intValue).max().orElse(1);
  }

  /** The class of each measure that is known of an extent. */
  Map<Measure, Integer> classes(FloodExtent extent) {
    Map<Measure, Integer> classes = new EnumMap<>(Measure.class);
    breaks.forEach(
        (measure, bounds) -> {
          Double value = measure.of(extent);
          if (value != null) {
            classes.put(measure, new LevelBreaks(bounds).levelOf(value));
          }
        });
    return classes;
  }
}

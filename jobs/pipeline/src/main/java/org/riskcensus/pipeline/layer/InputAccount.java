package org.riskcensus.pipeline.layer;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.util.AccumulatorV2;

/**
 * What was found in the rows of a side as they were read. Each partition reports once, under its
 * number, so that a task run again (or a side read again) counts once.
 */
public final class InputAccount
    extends AccumulatorV2<InputAccount.Part, Map<Integer, InputAccount.Part>> {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 3;

  private final TreeMap<Integer, Part> parts = new TreeMap<>();

  /** The account of one partition; grows while it is read. */
  public static final class Part implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int partition;
    private final ArrayList<String> unusableRows = new ArrayList<>();
    private final ArrayList<String> unfitRows = new ArrayList<>();
    private final ArrayList<String> repairedRows = new ArrayList<>();
    private long rows;
    private long withoutGeometry;
    private long unusable;
    private long repaired;
    private long unfit;
    private int kinds;

    Part(int partition) {
      this.partition = partition;
    }

    void row() {
      rows++;
    }

    void withoutGeometry() {
      withoutGeometry++;
    }

    /** A row whose geometry cannot be used. */
    void unusable(long row, String why) {
      if (unusable++ < SHOWN) {
        unusableRows.add("row " + row + " (" + why + ")");
      }
    }

    /** A value that is none of the type its file declares for the field. */
    void unfit(long row, String why) {
      if (unfit++ < SHOWN) {
        unfitRows.add("row " + row + " (" + why + ")");
      }
    }

    void repaired(long row, String why) {
      if (repaired++ < SHOWN) {
        repairedRows.add("row " + row + " (" + why + ")");
      }
    }

    void kind(String geometryType) {
      kinds |= GeometryKinds.bit(geometryType);
    }
  }

  @Override
  public boolean isZero() {
    return parts.isEmpty();
  }

  @Override
  public InputAccount copy() {
    InputAccount copy = new InputAccount();
    copy.parts.putAll(parts);
    return copy;
  }

  @Override
  public void reset() {
    parts.clear();
  }

  @Override
  public void add(Part part) {
    parts.put(part.partition, part);
  }

  @Override
  public void merge(AccumulatorV2<Part, Map<Integer, Part>> other) {
    parts.putAll(other.value());
  }

  @Override
  public Map<Integer, Part> value() {
    return parts;
  }

  public long rows() {
    return parts.values().stream().mapToLong(part -> part.rows).sum();
  }

  /** The kinds of geometry met, as bits of {@link GeometryKinds}. */
  public int kinds() {
    return parts.values().stream().mapToInt(part -> part.kinds).reduce(0, (a, b) -> a | b);
  }

  /** What the user should know, a sentence each. */
  public List<String> notes(String name) {
    List<String> notes = new ArrayList<>();
    long without = parts.values().stream().mapToLong(part -> part.withoutGeometry).sum();
    if (without > 0) {
      notes.add(count(name, without) + " without geometry; they match nothing");
    }
    long bad = parts.values().stream().mapToLong(part -> part.unusable).sum();
    if (bad > 0) {
      notes.add(
          count(name, bad)
              + " whose geometry cannot be used; they match nothing: "
              + shown(parts.values().stream().flatMap(p -> p.unusableRows.stream()).toList(), bad));
    }
    long mended = parts.values().stream().mapToLong(part -> part.repaired).sum();
    if (mended > 0) {
      notes.add(
          count(name, mended)
              + " with invalid geometry, which was repaired for the join: "
              + shown(
                  parts.values().stream().flatMap(p -> p.repairedRows.stream()).toList(), mended));
    }
    long none = parts.values().stream().mapToLong(part -> part.unfit).sum();
    if (none > 0) {
      notes.add(
          String.format(Locale.ROOT, "%s: %,d values", name, none)
              + " that are not of the type the file declares; they are left empty: "
              + shown(parts.values().stream().flatMap(p -> p.unfitRows.stream()).toList(), none));
    }
    return notes;
  }

  private static String count(String name, long rows) {
    return String.format(Locale.ROOT, "%s: %,d %s", name, rows, rows == 1 ? "row" : "rows");
  }

  private static String shown(List<String> examples, long all) {
    List<String> first = examples.subList(0, Math.min(SHOWN, examples.size()));
    return String.join(", ", first) + (all > first.size() ? ", …" : "");
  }
}

package org.riskcensus.core.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Closes the chains of a cell to rings by walking its border.
 *
 * <p>The interior lies to the left of a chain, so where a chain ends the boundary of the part goes
 * on counter-clockwise along the border up to the next chain that starts. Ends and starts at one
 * place are ordered by the angle of their chain. The rings pass through every node of the border
 * and through the corners, and through nothing else: no coordinate is computed here.
 */
final class BorderWalk {

  /** An end of a chain on the border. */
  private record Event(
      int chain, boolean start, BorderPosition at, Coordinate place, Coordinate next)
      implements Comparable<Event> {

    /** Along the border; at one place by falling angle from the forward direction. */
    @Override
    public int compareTo(Event other) {
      int byPlace = at.compareTo(other.at);
      return byPlace != 0 ? byPlace : Orientation.index(place, next, other.next);
    }
  }

  private final CellBoundary cell;
  private final TreeMap<BorderPosition, Coordinate> stops = new TreeMap<>();

  BorderWalk(CellBoundary cell) {
    this.cell = cell;
    Envelope e = cell.square;
    stop(new Coordinate(e.getMinX(), e.getMinY()));
    stop(new Coordinate(e.getMaxX(), e.getMinY()));
    stop(new Coordinate(e.getMaxX(), e.getMaxY()));
    stop(new Coordinate(e.getMinX(), e.getMaxY()));
    cell.nodes.forEach(this::stop);
  }

  private void stop(Coordinate c) {
    stops.put(BorderPosition.of(c, cell.square), c);
  }

  /** The whole border with its nodes. */
  Coordinate[] border() {
    List<Coordinate> ring = new ArrayList<>(stops.values());
    ring.add(ring.get(0));
    return ring.toArray(Coordinate[]::new);
  }

  /**
   * The rings that the chains and the border enclose; they may touch themselves at vertices.
   *
   * @param westWinding the winding number just inside the west border, below the middle line
   * @return none when chains coincide or cross within rounding, or the rings contradict the winding
   *     number: then the cell must be clipped in another way
   */
  List<Coordinate[]> rings(int westWinding) {
    List<Event> events = events();
    int[] successor = new int[cell.chains.size()];
    int covered = 0;
    int wrapping = -1;
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      Event next = events.get((i + 1) % events.size());
      if (event.start() == next.start() || (i > 0 && event.compareTo(events.get(i - 1)) == 0)) {
        return List.of();
      }
      if (!event.start()) {
        successor[event.chain()] = next.chain();
        boolean wraps = i + 1 == events.size();
        wrapping = wraps ? event.chain() : wrapping;
        covered += coversMiddle(event, next, wraps) ? 1 : 0;
      }
    }
    return covered == westWinding ? close(successor, wrapping) : List.of();
  }

  private List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < cell.chains.size(); i++) {
      Coordinate[] chain = cell.chains.get(i);
      events.add(event(i, true, chain[0], chain[1]));
      events.add(event(i, false, chain[chain.length - 1], chain[chain.length - 2]));
    }
    events.sort(null);
    return events;
  }

  private Event event(int chain, boolean start, Coordinate place, Coordinate next) {
    return new Event(chain, start, BorderPosition.of(place, cell.square), place, next);
  }

  private boolean coversMiddle(Event from, Event to, boolean wraps) {
    BorderPosition middle = new BorderPosition(3, -cell.middle());
    boolean after = from.at().compareTo(middle) <= 0;
    boolean before = middle.compareTo(to.at()) < 0;
    return wraps ? after || before : after && before;
  }

  private List<Coordinate[]> close(int[] successor, int wrapping) {
    List<Coordinate[]> rings = new ArrayList<>();
    boolean[] used = new boolean[successor.length];
    for (int first = 0; first < successor.length; first++) {
      if (!used[first]) {
        List<Coordinate> ring = new ArrayList<>();
        for (int chain = first; !used[chain]; chain = successor[chain]) {
          used[chain] = true;
          Coordinate[] path = cell.chains.get(chain);
          path(ring, path);
          walk(
              ring, path[path.length - 1], cell.chains.get(successor[chain])[0], chain == wrapping);
        }
        add(ring, ring.get(0));
        rings.add(ring.toArray(Coordinate[]::new));
      }
    }
    return rings;
  }

  private static void path(List<Coordinate> ring, Coordinate[] path) {
    for (Coordinate c : path) {
      add(ring, c);
    }
  }

  private void walk(List<Coordinate> ring, Coordinate from, Coordinate to, boolean wraps) {
    BorderPosition start = BorderPosition.of(from, cell.square);
    BorderPosition end = BorderPosition.of(to, cell.square);
    if (wraps) {
      stops.tailMap(start, false).values().forEach(c -> add(ring, c));
      stops.headMap(end, false).values().forEach(c -> add(ring, c));
    } else if (start.compareTo(end) < 0) {
      stops.subMap(start, false, end, false).values().forEach(c -> add(ring, c));
    }
  }

  private static void add(List<Coordinate> ring, Coordinate c) {
    if (ring.isEmpty() || !ring.get(ring.size() - 1).equals2D(c)) {
      ring.add(c);
    }
  }
}

package org.riskcensus.pipeline.job.expectedloss;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * Sums over all assets, gathered as they are written; of identifiers only the first few are kept.
 * Not thread-safe.
 */
public final class LossTotals {

  private static final int LISTED = 10;

  private final List<HazardSource> hazards;
  private final Map<String, ClassTotal> byCurve = new TreeMap<>();
  private final double[] deepestMetres;
  private final List<String> outside = new ArrayList<>();
  private long assetsOutside;
  private long assetsPartlyCovered;
  private long assetsFalling;

  LossTotals(List<HazardSource> hazards) {
    this.hazards = hazards;
    this.deepestMetres = new double[hazards.size()];
  }

  /** Sums of the assets of one damage curve, in the unit of the values. */
  static final class ClassTotal {
    private final double[] damage;
    private long assets;
    private long wet;
    private double value;
    private double ead;

    ClassTotal(int returnPeriods) {
      damage = new double[returnPeriods];
    }

    long assets() {
      return assets;
    }

    long wet() {
      return wet;
    }

    double value() {
      return value;
    }

    double ead() {
      return ead;
    }

    double damage(int hazard) {
      return damage[hazard];
    }

    private void add(ClassTotal other) {
      assets += other.assets;
      wet += other.wet;
      value += other.value;
      ead += other.ead;
      for (int i = 0; i < damage.length; i++) {
        damage[i] += other.damage[i];
      }
    }
  }

  void add(Row loss) {
    List<Double> damage = loss.getList(loss.fieldIndex("damage"));
    List<Double> depth = loss.getList(loss.fieldIndex("depth_m"));
    ClassTotal total =
        byCurve.computeIfAbsent(loss.getAs("curve"), name -> new ClassTotal(hazards.size()));
    total.assets++;
    total.wet += Collections.max(depth) > 0 ? 1 : 0;
    total.value += loss.<Double>getAs("value");
    total.ead += loss.<Double>getAs("ead");
    boolean falls = false;
    for (int i = 0; i < damage.size(); i++) {
      total.damage[i] += damage.get(i);
      deepestMetres[i] = Math.max(deepestMetres[i], depth.get(i));
      falls |= i > 0 && damage.get(i) < damage.get(i - 1);
    }
    assetsFalling += falls ? 1 : 0;
    place(loss);
  }

  private void place(Row loss) {
    int missed = loss.getAs("grids_missed");
    if (missed == hazards.size()) {
      assetsOutside++;
      if (outside.size() < LISTED) {
        outside.add(loss.getAs("object_id"));
      }
    } else if (missed > 0 || loss.<Boolean>getAs("cut")) {
      assetsPartlyCovered++;
    }
  }

  /** Sums over all curves. */
  ClassTotal all() {
    ClassTotal all = new ClassTotal(hazards.size());
    byCurve.values().forEach(all::add);
    return all;
  }

  Map<String, ClassTotal> byCurve() {
    return byCurve;
  }

  double deepestMetres(int hazard) {
    return deepestMetres[hazard];
  }

  /** Assets on no grid at all, and the first of them. */
  long assetsOutside() {
    return assetsOutside;
  }

  List<String> firstOutside() {
    return outside;
  }

  /** Assets that some grid holds only in part, or not at all. */
  long assetsPartlyCovered() {
    return assetsPartlyCovered;
  }

  /** Assets that lose less in a rarer event. */
  long assetsFalling() {
    return assetsFalling;
  }
}

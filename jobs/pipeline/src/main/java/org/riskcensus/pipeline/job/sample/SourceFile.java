package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one source, spoils the ones that shall be wrong, and keeps the account. A
 * defect that finds no row to spoil is a mistake of the generator and stops it.
 */
final class SourceFile implements Layer.RowTarget {

  private final String source;
  private final RowFile file;
  private final @Nullable Projection projection;
  private final Map<Long, Defect> defects = new HashMap<>();
  private final Ledger.Account account;
  private final Consumer<FiledRow> accepted;
  private final LossJumps jumps;
  private long rows;
  private @Nullable FiledRow previous;

  private SourceFile(
      String source,
      RowFile file,
      @Nullable Projection projection,
      List<Defect> defects,
      Ledger.Account account,
      LossJumps jumps,
      Consumer<FiledRow> accepted) {
    this.source = source;
    this.file = file;
    this.projection = projection;
    this.account = account;
    this.jumps = jumps;
    this.accepted = accepted;
    for (Defect defect : defects) {
      if (this.defects.put(defect.row(), defect) != null) {
        throw new IllegalStateException("two defects in one row: " + defect);
      }
    }
  }

  /**
   * Writes all rows of {@code layer} for {@code year} under {@code root}.
   *
   * @param accepted receives the rows that an audit keeps, with their geometry in the county's
   *     plane
   */
  static Ledger.Account write(
      Path root, Layer layer, int year, County county, Consumer<FiledRow> accepted)
      throws IOException {
    SourcePlan plan = layer.plan(year);
    Projection projection =
        plan.crs() == null ? null : new Projection(county.map().plan().crs(), plan.crs());
    Ledger.Account account = new Ledger.Account();
    List<Defect> defects = county.defects(plan, year);
    try (RowFile file = RowFile.open(root, plan)) {
      SourceFile target =
          new SourceFile(
              plan.id(), file, projection, defects, account, new LossJumps(year), accepted);
      layer.write(year, target);
      target.requireAllSpoilt(plan);
    }
    return account;
  }

  @Override
  public void write(FiledRow row) throws IOException {
    rows++;
    FiledRow filed =
        projection == null || row.geometry() == null ? row : row.at(projection.apply(row.shape()));
    Defect defect = defects.remove(rows);
    Defect.Fate fate = Defect.Fate.ACCEPTED;
    if (defect != null) {
      FiledRow before = previous;
      boolean again = defect.rule().equals(Defect.DUPLICATE);
      filed = again && before != null ? before : defect.spoil().apply(filed);
      fate = defect.fate();
      account.found(defect);
    }
    if (defect == null && row.geometry() != null && Slivers.has(row.shape())) {
      account.found(Slivers.told(source, rows));
    }
    account.count(fate);
    if (fate == Defect.Fate.ACCEPTED) {
      jumps.see(source, rows, filed).ifPresent(account::found);
      accepted.accept(defect == null ? row : filed.at(row.geometry()));
    }
    file.write(filed);
    previous = filed;
  }

  private void requireAllSpoilt(SourcePlan plan) {
    if (!defects.isEmpty()) {
      throw new IllegalStateException(
          plan.id() + " has " + rows + " rows, too few for " + defects.values());
    }
  }
}

package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.formats.write.CanonicalZip;

/**
 * A workbook as offices make them: title and notes above the header, numbers as numbers, dates as
 * dates, points as two columns 经度 and 纬度.
 */
final class TitledSheet implements RowFile {

  private static final int FLUSH_ROWS = 1000;

  private final SourcePlan plan;
  private final Path path;
  private final Path plain;
  private final OutputStream out;
  private final Workbook workbook;
  private final Worksheet sheet;
  private int next;

  private TitledSheet(Path path, SourcePlan plan) throws IOException {
    this.plan = plan;
    this.path = path;
    this.plain = path.resolveSibling("." + path.getFileName() + ".part");
    this.out = Files.newOutputStream(plain);
    this.workbook = new Workbook(out, "sample", "1.0");
    this.sheet = workbook.newWorksheet("Sheet1");
    for (String title : plan.titleRows()) {
      sheet.value(next, 0, title);
      sheet.style(next++, 0).bold().set();
    }
    int column = 0;
    for (FiledColumn filed : plan.columns()) {
      sheet.value(next, column++, filed.header());
    }
    if (plan.geometry() != null) {
      sheet.value(next, column++, "经度");
      sheet.value(next, column, "纬度");
    }
    next++;
  }

  static TitledSheet open(Path path, SourcePlan plan) throws IOException {
    Files.createDirectories(path.toAbsolutePath().resolveSibling("."));
    return new TitledSheet(path, plan);
  }

  @Override
  public void write(FiledRow row) throws IOException {
    List<FiledColumn> columns = plan.columns();
    for (int i = 0; i < columns.size(); i++) {
      Object value = row.find(columns.get(i).name());
      if (value != null) {
        cell(i, value);
      }
    }
    Geometry geometry = row.geometry();
    if (plan.geometry() != null && geometry != null) {
      Coordinate place = geometry.getCoordinate();
      sheet.value(next, columns.size(), place.x);
      sheet.value(next, columns.size() + 1, place.y);
    }
    next++;
    if (next % FLUSH_ROWS == 0) {
      sheet.flush();
    }
  }

  private void cell(int column, Object value) {
    if (value instanceof Number number) {
      sheet.value(next, column, number);
    } else if (value instanceof LocalDate date) {
      sheet.value(next, column, date);
      sheet.style(next, column).format("yyyy-mm-dd").set();
    } else {
      sheet.value(next, column, value.toString());
    }
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
    out.close();
    CanonicalZip.rewrite(plain, path);
    Files.delete(plain);
  }
}

package org.riskcensus.formats.read;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Delimited text (CSV, TSV): any usual charset and delimiter, options {@code header_row}, {@code
 * delimiter}, and those of {@link GeometryColumns}. Blank lines are no rows but keep their number,
 * so that a row is found again in the file.
 */
final class CsvReader extends StreamingReader {

  private static final char[] DELIMITERS = {',', '\t', ';', '|'};
  private static final Set<String> TABBED = Set.of("tsv", "tab");
  private static final int SNIFFED = 1 << 16;

  private final Reader text;
  private final DelimitedText records;
  private final TableColumns columns;
  private long rowNumber;

  private CsvReader(
      SourceFile file, Reader text, DelimitedText records, TableColumns columns, long rowNumber) {
    super(file);
    this.text = text;
    this.records = records;
    this.columns = columns;
    this.rowNumber = rowNumber;
  }

  static CsvReader open(SourceFile file) throws IOException {
    int headerRow = file.options().count("header_row", 1);
    Reader text = TextCharset.open(file);
    try {
      char delimiter = delimiter(file, text);
      DelimitedText records = new DelimitedText(file, text, delimiter);
      List<String> header = records.next();
      for (int row = 1; row < headerRow && header != null; row++) {
        header = records.next();
      }
      if (header != null && file.extension().equals("tab") && header.get(0).startsWith("!table")) {
        throw file.unreadable("this is a MapInfo table", "export it as .gpkg or .shp");
      }
      if (header == null) {
        throw file.unreadable(
            "it has fewer rows than header_row " + headerRow, "correct header_row");
      }
      TableColumns columns = TableColumns.of(file, header);
      SourceSpec.Part part = file.spec().part();
      if (part == null) {
        return new CsvReader(file, text, records, columns, 0);
      }
      text.close();
      Reader own = TextCharset.open(file, part);
      return new CsvReader(
          file, own, new DelimitedText(file, own, delimiter), columns, part.firstRow() - 1);
    } catch (IOException | RuntimeException e) {
      text.close();
      throw e;
    }
  }

  private static char delimiter(SourceFile file, Reader text) throws IOException {
    String option = file.options().text("delimiter");
    String given = file.spec().options().get("delimiter");
    if ("\t".equals(given) || "tab".equalsIgnoreCase(option) || "\\t".equals(option)) {
      return '\t';
    }
    if (option != null && option.length() == 1 && option.charAt(0) != '"') {
      return option.charAt(0);
    }
    if (option != null) {
      throw file.unreadable("option delimiter is '" + option + "'", "give one character, or tab");
    }
    return TABBED.contains(file.extension()) ? '\t' : likely(text);
  }

  /** The character, of the usual ones, that occurs most in the first line outside quotes. */
  private static char likely(Reader text) throws IOException {
    int[] counts = new int[DELIMITERS.length];
    boolean quoted = false;
    text.mark(SNIFFED);
    for (int i = 0, c = text.read(); i < SNIFFED - 1 && c >= 0; i++, c = text.read()) {
      quoted ^= c == '"';
      if (!quoted && (c == '\n' || c == '\r') && java.util.Arrays.stream(counts).sum() > 0) {
        break;
      }
      for (int d = 0; d < DELIMITERS.length && !quoted; d++) {
        counts[d] += c == DELIMITERS[d] ? 1 : 0;
      }
    }
    text.reset();
    int best = 0;
    for (int d = 1; d < counts.length; d++) {
      best = counts[d] > counts[best] ? d : best;
    }
    return DELIMITERS[best];
  }

  @Override
  @Nullable SourceRow advance() throws IOException {
    List<String> cells = records.next();
    while (cells != null) {
      rowNumber++;
      if (!blank(cells)) {
        return columns.row(rowNumber, cells, true, List.of());
      }
      cells = records.next();
    }
    return null;
  }

  private static boolean blank(List<String> cells) {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<String> fields() {
    return columns.fields();
  }

  @Override
  Optional<String> ownCrs() {
    return Optional.empty();
  }

  @Override
  public boolean hasGeometry() {
    return columns.hasGeometry();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}

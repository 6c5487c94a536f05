package org.riskcensus.formats.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Comma-separated text (RFC 4180, lines end with CR LF). Points become two columns, other
 * geometries one of well-known text. No value and empty text look the same. A character the charset
 * lacks is an error, never a question mark.
 */
final class CsvEncoder implements LayerEncoder {

  private static final Pattern TO_QUOTE = Pattern.compile("[\",\\r\\n]|^\\s|\\s$");
  private static final Pattern FORMULA = Pattern.compile("(?s)^[=+\\-@\\t\\r].*");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

  private final Writer out;
  private final GeometryColumns geometryColumns;
  private final boolean guarded;

  private CsvEncoder(LayerTarget target, Writer out) throws UnwritableLayerException {
    this.out = out;
    this.geometryColumns = GeometryColumns.of(target);
    this.guarded = target.options().labelsAsHeader();
  }

  static LayerEncoder open(LayerTarget target) throws IOException {
    WriteOptions options = target.options();
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                Files.newOutputStream(target.staged()),
                options
                    .charset()
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    CsvEncoder encoder = new CsvEncoder(target, out);
    if (options.labelsAsHeader() && options.charset().equals(StandardCharsets.UTF_8)) {
      out.write('\ufeff');
    }
    List<String> header = new ArrayList<>();
    target.schema().fields().forEach(field -> header.add(options.header(field)));
    header.addAll(encoder.geometryColumns.headers());
    encoder.line(header);
    return encoder;
  }

  @Override
  public void encode(List<@Nullable Object> values, @Nullable Geometry geometry)
      throws IOException {
    List<String> cells = new ArrayList<>();
    for (Object value : values) {
      cells.add(text(value));
    }
    for (Object value : geometryColumns.values(geometry)) {
      cells.add(text(value));
    }
    line(cells);
  }

  private String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number) {
      return plain(number);
    }
    String text = value.toString();
    boolean formula =
        value instanceof String
            && FORMULA.matcher(text).matches()
            && !NUMBER.matcher(text).matches();
    return guarded && formula ? "'" + text : text;
  }

  /** Without exponent, which spreadsheets and scripts read in too many ways. */
  private static String plain(double number) {
    return Double.isFinite(number)
        ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
        : Double.toString(number);
  }

  private void line(List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      String cell = cells.get(i);
      out.write(TO_QUOTE.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    out.write("\r\n");
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

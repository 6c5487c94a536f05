package org.riskcensus.formats.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.write.FieldType;

/**
 * A sequence of GeoJSON features, one a line or parted by record separators (RFC 8142). As GeoJSON
 * it has no header and is read twice; nothing but the current feature is held.
 */
final class GeoJsonSequenceReader extends StreamingReader {

  private final GeoJsonOutline outline;
  private final JsonParser json;
  private final GeoJsonFeature features = new GeoJsonFeature();
  private long rowNumber;

  private GeoJsonSequenceReader(SourceFile file, GeoJsonOutline outline, JsonParser json) {
    super(file);
    this.outline = outline;
    this.json = json;
  }

  static GeoJsonSequenceReader open(SourceFile file) throws IOException {
    return new GeoJsonSequenceReader(file, outline(file), parser(file));
  }

  private static JsonParser parser(SourceFile file) throws IOException {
    return GeoJsonReader.JSON.createParser(new Separated(TextCharset.open(file)));
  }

  private static GeoJsonOutline outline(SourceFile file) throws IOException {
    try (JsonParser json = parser(file)) {
      GeoJsonOutline outline = GeoJsonOutline.readSequence(json);
      if (outline == null) {
        throw file.unreadable(
            "the record in line " + json.currentLocation().getLineNr() + " is no GeoJSON feature",
            "send one feature a line, or a FeatureCollection as .geojson");
      }
      return outline;
    } catch (JsonProcessingException e) {
      throw GeoJsonReader.invalid(file, e);
    }
  }

  @Override
  @Nullable SourceRow advance() throws IOException {
    return json.nextToken() == null ? null : features.read(++rowNumber, json);
  }

  @Override
  public List<String> fields() {
    return outline.fields();
  }

  @Override
  public Map<String, FieldType> types() {
    return outline.types();
  }

  @Override
  Optional<String> ownCrs() {
    return outline.crs();
  }

  @Override
  public boolean hasGeometry() {
    return true;
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  /** Record separators, which are no white space to JSON, as blanks. */
  private static final class Separated extends FilterReader {

    private static final char SEPARATOR = '\u001E';

    Separated(Reader in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int c = in.read();
      return c == SEPARATOR ? ' ' : c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      for (int i = offset; i < offset + read; i++) {
        buffer[i] = buffer[i] == SEPARATOR ? ' ' : buffer[i];
      }
      return read;
    }
  }
}

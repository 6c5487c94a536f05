package org.riskcensus.pipeline.layer;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.read.FieldText;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.SourceRow;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.formats.write.FieldType;
import org.riskcensus.pipeline.spatial.SpatialSide;

/** The rows of a file, or of a part of it, as a side of a join; closes the file after the last. */
final class FileRows implements Iterator<Row> {

  /** An attribute and the type its file declares. */
  record Field(String name, FieldType type) implements Serializable {}

  private final RowReader reader;
  private final List<Field> fields;
  private final SideRows side;
  private final InputAccount account;
  private final InputAccount.Part part = new InputAccount.Part(TaskContext.getPartitionId());
  private boolean open = true;

  FileRows(SourceSpec spec, List<Field> fields, SideRows side, InputAccount account)
      throws IOException {
    this.reader = RowReaders.open(spec);
    this.fields = fields;
    this.side = side;
    this.account = account;
  }

  @Override
  public boolean hasNext() {
    if (open && !reader.hasNext()) {
      open = false;
      account.add(part);
      try {
        reader.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return open;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    SourceRow row = reader.next();
    @Nullable Object[] values = side.values(row.rowNumber(), row.geometry(), row.problem(), part);
    for (int i = 0; i < fields.size(); i++) {
      values[SpatialSide.LEADING + i] = value(row, fields.get(i));
    }
    return SideRows.row(values);
  }

  private @Nullable Object value(SourceRow row, Field field) {
    String text = row.attributes().get(field.name());
    if (text == null || field.type() == FieldType.STRING) {
      return text;
    }
    Optional<Object> value = FieldText.parse(field.type(), text);
    if (value.isEmpty()) {
      part.unfit(row.rowNumber(), field.name() + " '" + text + "' is no " + field.type());
      return null;
    }
    return FieldTypes.ofField(value.get());
  }
}

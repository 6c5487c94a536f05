package org.riskcensus.formats.read;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.write.FieldType;

/** A dBASE table without shapes; deleted rows are left out but keep their numbers. */
final class DbfReader extends StreamingReader {

  private final DbfTable table;
  private final TableColumns columns;

  private DbfReader(SourceFile file, DbfTable table) throws UnreadableFileException {
    super(file);
    this.table = table;
    this.columns = TableColumns.of(file, table.names());
  }

  static DbfReader open(SourceFile file) throws IOException {
    DbfTable table = DbfTable.open(file, file.path());
    try {
      return new DbfReader(file, table);
    } catch (IOException | RuntimeException e) {
      table.close();
      throw e;
    }
  }

  @Override
  @Nullable SourceRow advance() throws IOException {
    while (table.next()) {
      SourceRow row = table.row(columns);
      if (row != null) {
        return row;
      }
    }
    return null;
  }

  @Override
  public List<String> fields() {
    return columns.fields();
  }

  @Override
  public Map<String, FieldType> types() {
    return table.types();
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
    table.close();
  }
}

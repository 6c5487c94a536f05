package org.riskcensus.formats.write;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dBASE III table. Rows are spooled first and laid out when the widest value of each column is
 * known: most texts are short, and a fixed width of 254 bytes would make files ten times larger.
 * The date of the last change in the header is a fixed one.
 */
final class DbfFile implements Closeable {

  private static final int FIELD = 32;
  private static final byte[] LAST_CHANGE = {126, 1, 1};

  private final Path dbf;
  private final Path spool;
  private final Charset charset;
  private final List<DbfColumn> columns;
  private final DataOutputStream spooled;
  private int rows;

  DbfFile(Path dbf, Charset charset, List<DbfColumn> columns) throws IOException {
    this.dbf = dbf;
    this.spool = dbf.resolveSibling("rows.spool");
    this.charset = charset;
    this.columns = columns;
    this.spooled = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(spool)));
  }

  /** Adds a row; answers the number of the first column whose text is too long, or -1. */
  int add(List<@Nullable Object> values) throws IOException {
    int tooLong = -1;
    for (int i = 0; i < columns.size(); i++) {
      byte[] bytes = columns.get(i).bytes(values.get(i), charset);
      if (bytes.length > DbfColumn.MAX_TEXT && tooLong < 0) {
        tooLong = i;
      }
      spooled.writeInt(bytes.length);
      spooled.write(bytes);
    }
    rows++;
    return tooLong;
  }

  void finish() throws IOException {
    spooled.close();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(dbf));
        DataInputStream in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(spool)))) {
      out.write(header());
      for (int row = 0; row < rows; row++) {
        out.write(' ');
        for (DbfColumn column : columns) {
          out.write(cell(column, in.readNBytes(in.readInt())));
        }
      }
      out.write(0x1A);
    }
    Files.delete(spool);
  }

  private static byte[] cell(DbfColumn column, byte[] value) {
    byte[] cell = new byte[column.width()];
    Arrays.fill(cell, (byte) ' ');
    int start = column.leftAligned() ? 0 : cell.length - value.length;
    System.arraycopy(value, 0, cell, start, value.length);
    return cell;
  }

  private byte[] header() {
    int size = FIELD + FIELD * columns.size() + 1;
    int rowSize = 1 + columns.stream().mapToInt(DbfColumn::width).sum();
    ByteBuffer header = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 3).put(LAST_CHANGE).putInt(rows).putShort((short) size);
    header.putShort((short) rowSize);
    int at = FIELD;
    for (DbfColumn column : columns) {
      header.put(at, column.name()).put(at + 11, (byte) column.code());
      header.put(at + 16, (byte) column.width()).put(at + 17, (byte) column.decimals());
      at += FIELD;
    }
    return header.put(at, (byte) 0x0D).array();
  }

  @Override
  public void close() throws IOException {
    spooled.close();
  }
}

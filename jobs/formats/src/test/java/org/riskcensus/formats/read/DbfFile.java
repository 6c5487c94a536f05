package org.riskcensus.formats.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes small dBASE tables byte by byte, wrong ones too. */
final class DbfFile {

  private final Charset charset;
  private final List<byte[]> descriptors = new ArrayList<>();
  private final List<byte[]> rows = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();
  private int language;
  private int missing;

  DbfFile(String charset) {
    this.charset = Charset.forName(charset);
  }

  DbfFile language(int mark) {
    language = mark;
    return this;
  }

  /** Rows the header claims beyond those there are. */
  DbfFile missing(int count) {
    missing = count;
    return this;
  }

  DbfFile column(String name, char type, int length) {
    byte[] text = name.getBytes(charset);
    byte[] descriptor = new byte[32];
    System.arraycopy(text, 0, descriptor, 0, Math.min(text.length, 10));
    descriptor[11] = (byte) type;
    descriptor[16] = (byte) length;
    descriptors.add(descriptor);
    lengths.add(length);
    return this;
  }

  DbfFile row(String... values) {
    return row(' ', values);
  }

  DbfFile deleted(String... values) {
    return row('*', values);
  }

  private DbfFile row(char mark, String... values) {
    ByteArrayOutputStream row = new ByteArrayOutputStream();
    row.write(mark);
    for (int i = 0; i < values.length; i++) {
      byte[] text = values[i].getBytes(charset);
      for (int b = 0; b < lengths.get(i); b++) {
        row.write(b < text.length ? text[b] : ' ');
      }
    }
    rows.add(row.toByteArray());
    return this;
  }

  Path write(Path file) throws IOException {
    int header = 32 + 32 * descriptors.size() + 1;
    int record = 1 + lengths.stream().mapToInt(Integer::intValue).sum();
    ByteBuffer head = ByteBuffer.allocate(header).order(ByteOrder.LITTLE_ENDIAN);
    head.put(0, (byte) 3).putInt(4, rows.size() + missing);
    head.putShort(8, (short) header).putShort(10, (short) record).put(29, (byte) language);
    head.position(32);
    descriptors.forEach(head::put);
    head.put((byte) 0x0D);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(head.array());
    for (byte[] row : rows) {
      out.write(row);
    }
    out.write(0x1A);
    return Files.write(file, out.toByteArray());
  }
}

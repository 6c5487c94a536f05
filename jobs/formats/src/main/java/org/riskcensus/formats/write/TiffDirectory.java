package org.riskcensus.formats.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** The one image file directory of a little-endian TIFF: tags in order, then their long values. */
final class TiffDirectory {

  private static final int HEADER = 8;
  private static final int ENTRY = 12;
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_LENGTHS = 279;

  private record Entry(int type, int count, ByteBuffer bytes) {}

  private final TreeMap<Integer, Entry> entries = new TreeMap<>();

  void ascii(int tag, String text) {
    byte[] bytes = (text + '\0').getBytes(StandardCharsets.US_ASCII);
    entries.put(tag, new Entry(2, bytes.length, ByteBuffer.wrap(bytes)));
  }

  void shorts(int tag, int... values) {
    ByteBuffer bytes = buffer(values.length * Short.BYTES);
    Arrays.stream(values).forEach(value -> bytes.putShort((short) value));
    entries.put(tag, new Entry(3, values.length, bytes.flip()));
  }

  void longs(int tag, int... values) {
    ByteBuffer bytes = buffer(values.length * Integer.BYTES);
    Arrays.stream(values).forEach(bytes::putInt);
    entries.put(tag, new Entry(4, values.length, bytes.flip()));
  }

  void doubles(int tag, double... values) {
    ByteBuffer bytes = buffer(values.length * Double.BYTES);
    Arrays.stream(values).forEach(bytes::putDouble);
    entries.put(tag, new Entry(12, values.length, bytes.flip()));
  }

  /** The whole file: header, strips, directory, values that do not fit their entry. */
  byte[] file(List<byte[]> strips) {
    int[] lengths = strips.stream().mapToInt(strip -> strip.length).toArray();
    int[] offsets = new int[lengths.length];
    int at = HEADER;
    for (int i = 0; i < lengths.length; i++) {
      offsets[i] = at;
      at = Math.addExact(at, lengths[i] + lengths[i] % 2);
    }
    longs(STRIP_OFFSETS, offsets);
    longs(STRIP_LENGTHS, lengths);
    int valuesAt = at + Short.BYTES + ENTRY * entries.size() + Integer.BYTES;
    int apart = entries.values().stream().mapToInt(TiffDirectory::apart).sum();
    ByteBuffer file =
        ByteBuffer.allocate(Math.addExact(valuesAt, apart)).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(at);
    for (int i = 0; i < offsets.length; i++) {
      file.put(offsets[i], strips.get(i));
    }
    writeEntries(file.position(at), valuesAt);
    return file.array();
  }

  private void writeEntries(ByteBuffer file, int valuesAt) {
    int next = valuesAt;
    file.putShort((short) entries.size());
    for (var tag : entries.entrySet()) {
      Entry entry = tag.getValue();
      file.putShort(tag.getKey().shortValue()).putShort((short) entry.type());
      file.putInt(entry.count());
      if (apart(entry) == 0) {
        file.put(file.position(), entry.bytes(), 0, entry.bytes().limit());
        file.position(file.position() + Integer.BYTES);
      } else {
        file.putInt(next).put(next, entry.bytes(), 0, entry.bytes().limit());
        next += apart(entry);
      }
    }
    file.putInt(0);
  }

  /** Room the value takes outside its entry, padded to an even length. */
  private static int apart(Entry entry) {
    int length = entry.bytes().limit();
    return length <= Integer.BYTES ? 0 : length + length % 2;
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}

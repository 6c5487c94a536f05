package org.riskcensus.formats.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Damages a file as disks, networks and wicked people do: bits turn, ends are cut off, lengths and
 * counts become huge or negative, parts are lost, doubled or blank. In an archive half of the
 * mutants are damaged inside an entry, so that they get past the checksums.
 */
final class Mutation {

  private static final long[] EXTREMES = {
    0,
    1,
    -1,
    0x7F,
    0x80,
    0xFF,
    0x7FFF,
    0xFFFF,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    0x10000000L,
    0xFFFFFFF0L,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private final Random random;

  Mutation(long seed) {
    this.random = new Random(seed);
  }

  byte[] of(byte[] whole) throws IOException {
    boolean archive = whole.length > 4 && whole[0] == 'P' && whole[1] == 'K';
    return archive && random.nextBoolean() ? inside(whole) : damaged(whole);
  }

  private byte[] damaged(byte[] whole) {
    byte[] bytes = whole.clone();
    int at = random.nextInt(bytes.length);
    int length = Math.min(1 + random.nextInt(64), bytes.length - at);
    switch (random.nextInt(8)) {
      case 0 -> bytes = Arrays.copyOf(bytes, at);
      case 1 -> bytes = joined(Arrays.copyOf(bytes, at), bytes, at + length);
      case 2 -> bytes = joined(Arrays.copyOf(bytes, at + length), bytes, at);
      case 3 -> Arrays.fill(bytes, at, at + length, (byte) random.nextInt(256));
      case 4, 5 -> extreme(bytes, at);
      default -> {
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
    }
    return bytes;
  }

  /** A number of 1, 2, 4 or 8 bytes, in either byte order. */
  private void extreme(byte[] bytes, int at) {
    long value = EXTREMES[random.nextInt(EXTREMES.length)];
    int size = 1 << random.nextInt(4);
    boolean little = random.nextBoolean();
    for (int i = 0; i < size && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (value >>> (8 * (little ? i : size - 1 - i)));
    }
  }

  private static byte[] joined(byte[] start, byte[] whole, int from) {
    byte[] bytes = Arrays.copyOf(start, start.length + whole.length - from);
    System.arraycopy(whole, from, bytes, start.length, whole.length - from);
    return bytes;
  }

  private byte[] inside(byte[] archive) throws IOException {
    int entries = 0;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      while (in.getNextEntry() != null) {
        entries++;
      }
    }
    int chosen = random.nextInt(Math.max(1, entries));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries; i++) {
        ZipEntry entry = in.getNextEntry();
        byte[] content = in.readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(i == chosen && content.length > 0 ? damaged(content) : content);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}

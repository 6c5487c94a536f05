package org.riskcensus.formats.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.HashSet;
import java.util.Set;

/**
 * Checks the directories of a TIFF before its decoder sees them: the decoder takes memory for as
 * many values as a tag claims, so a tag may not claim more bytes than the file has. Classic TIFF
 * and BigTIFF, in either byte order.
 */
final class TiffDirectories {

  private static final int BIG_TIFF = 43;
  private static final int MOST_DIRECTORIES = 1000;
  private static final int[] VALUE_BYTES = {
    1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 1, 1, 8, 8, 8
  };

  private final SourceFile file;
  private final RandomAccessFile in;
  private final long size;
  private boolean little;
  private boolean big;

  private TiffDirectories(SourceFile file, RandomAccessFile in) throws IOException {
    this.file = file;
    this.in = in;
    this.size = in.length();
  }

  /** Refuses a file whose directories cannot be as they say. */
  static void check(SourceFile file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.path().toFile(), "r")) {
      new TiffDirectories(file, in).check();
    } catch (EOFException e) {
      throw file.broken(e);
    }
  }

  private void check() throws IOException {
    little = in.readUnsignedShort() == 0x4949;
    big = unsigned(2) == BIG_TIFF;
    if (big) {
      in.seek(8);
    }
    Set<Long> seen = new HashSet<>();
    for (long at = offset(); at != 0; at = offset()) {
      if (at < 0 || at >= size || !seen.add(at) || seen.size() > MOST_DIRECTORIES) {
        throw refused("its directories do not end, or lie outside the file");
      }
      in.seek(at);
      long entries = unsigned(big ? 8 : 2);
      if (entries < 0 || entries > size / (big ? 20 : 12)) {
        throw refused("a directory claims " + entries + " tags");
      }
      for (long i = 0; i < entries; i++) {
        entry();
      }
    }
  }

  private void entry() throws IOException {
    long tag = unsigned(2);
    int type = (int) unsigned(2);
    long count = offset();
    int bytes = type < VALUE_BYTES.length ? VALUE_BYTES[type] : 1;
    if (count < 0 || count > size / bytes) {
      throw refused("tag " + tag + " claims " + count + " values in a file of " + size + " bytes");
    }
    in.skipBytes(big ? 8 : 4);
  }

  private UnreadableFileException refused(String reason) {
    return file.unreadable(reason, "it was cut off or is damaged: send it again");
  }

  private long offset() throws IOException {
    return unsigned(big ? 8 : 4);
  }

  private long unsigned(int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      long next = in.readUnsignedByte();
      value = little ? value | next << (8 * i) : value << 8 | next;
    }
    return value;
  }
}

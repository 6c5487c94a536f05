package org.riskcensus.formats.read;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The words of a file of numbers, parted by blanks, tabs and line ends, from any place on. Words
 * longer than {@value #LONGEST} bytes are cut and marked by a leading question mark, as no number
 * is that long.
 */
final class TextNumbers implements Closeable {

  private static final int LONGEST = 64;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).flip();
  private final byte[] word = new byte[LONGEST];
  private long bufferStart;

  private TextNumbers(FileChannel channel) {
    this.channel = channel;
  }

  /** Opens a file past its byte-order mark. */
  static TextNumbers open(Path file) throws IOException {
    TextNumbers numbers = new TextNumbers(FileChannel.open(file));
    boolean marked = numbers.read() == 0xEF && numbers.read() == 0xBB && numbers.read() == 0xBF;
    numbers.seek(marked ? 3 : 0);
    return numbers;
  }

  /** The number of a word; NaN when it is none. */
  static double value(String word) {
    char last = word.isEmpty() ? ' ' : word.charAt(word.length() - 1);
    if (last == 'd' || last == 'D' || last == 'f' || last == 'F') {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  long position() {
    return bufferStart + buffer.position();
  }

  void seek(long position) {
    long offset = position - bufferStart;
    if (offset >= 0 && offset <= buffer.limit()) {
      buffer.position((int) offset);
    } else {
      bufferStart = position;
      buffer.limit(0);
    }
  }

  /** The next word; empty at the end of the file. */
  String next() throws IOException {
    int length = 0;
    int c = skipBlanks();
    while (c > ' ') {
      if (length < LONGEST) {
        word[length++] = (byte) c;
      } else {
        word[0] = '?';
      }
      c = read();
    }
    return new String(word, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  /** Passes over one word; whether there was one. */
  boolean skip() throws IOException {
    int c = skipBlanks();
    boolean any = c > ' ';
    while (c > ' ') {
      c = read();
    }
    return any;
  }

  private int skipBlanks() throws IOException {
    int c = read();
    while (c >= 0 && c <= ' ') {
      c = read();
    }
    return c;
  }

  private int read() throws IOException {
    if (!buffer.hasRemaining()) {
      bufferStart += buffer.limit();
      buffer.clear();
      int read = channel.read(buffer, bufferStart);
      buffer.flip();
      if (read <= 0) {
        return -1;
      }
    }
    return buffer.get() & 0xFF;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

package org.riskcensus.formats.read;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Bytes at any place of a file, through a window of 64 KiB, so that reading in order is cheap. */
final class WindowedFile implements Closeable {

  private static final int WINDOW = 1 << 16;

  private final FileChannel channel;
  private final long size;
  private ByteBuffer window = ByteBuffer.allocate(0);
  private long windowStart;

  WindowedFile(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  long size() {
    return size;
  }

  /** A little-endian view, valid until the next call. */
  ByteBuffer bytes(long start, int length) throws IOException {
    if (start < 0 || start + length > size) {
      throw new EOFException("the file ends before byte " + (start + length));
    }
    if (start < windowStart || start + length > windowStart + window.limit()) {
      fill(start, length);
    }
    return window.slice((int) (start - windowStart), length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void fill(long start, int length) throws IOException {
    int wanted = (int) Math.min(Math.max(length, WINDOW), size - start);
    window = window.capacity() >= wanted ? window.clear() : ByteBuffer.allocate(wanted);
    window.limit(wanted);
    windowStart = start;
    while (window.hasRemaining()) {
      if (channel.read(window, start + window.position()) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
    window.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

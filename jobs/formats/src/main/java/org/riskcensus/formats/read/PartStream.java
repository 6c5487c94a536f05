package org.riskcensus.formats.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a part of a file. Not thread-safe. */
final class PartStream extends InputStream {

  private final SeekableByteChannel bytes;
  private long left;

  PartStream(Path file, SourceSpec.Part part) throws IOException {
    this.bytes = Files.newByteChannel(file).position(part.start());
    this.left = part.end() - part.start();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = bytes.read(ByteBuffer.wrap(target, from, (int) Math.min(length, left)));
    left -= Math.max(0, read);
    return read;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}

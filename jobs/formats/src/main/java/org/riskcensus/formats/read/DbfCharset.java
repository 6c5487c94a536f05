package org.riskcensus.formats.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The charset of a dBASE table: the declared one; else that of the {@code .cpg} file beside it;
 * else that of the language mark in its header, if it names a Chinese code page; else UTF-8 when
 * all names and texts are valid in it, else GB18030. Other marks are not believed, since Chinese
 * software leaves them at Western values.
 *
 * <p>A text may end in half a character, because writers cut it to the width of its column.
 */
final class DbfCharset {

  private DbfCharset() {}

  static Charset of(SourceFile file, Path table, DbfHeader header) throws IOException {
    String declared = file.spec().charset();
    if (declared != null && !declared.isBlank()) {
      return TextCharset.named(file, declared);
    }
    Charset beside = beside(file);
    if (beside != null) {
      return beside;
    }
    Charset marked = marked(header.language());
    if (marked != null) {
      return marked;
    }
    return allUtf8(table, header) ? StandardCharsets.UTF_8 : TextCharset.GB18030;
  }

  private static @Nullable Charset beside(SourceFile file) throws IOException {
    Optional<Path> cpg = file.findSide("cpg");
    if (cpg.isEmpty() || Files.size(cpg.get()) > 64) {
      return null;
    }
    return TextCharset.find(Files.readString(cpg.get(), StandardCharsets.ISO_8859_1));
  }

  private static @Nullable Charset marked(int language) {
    return switch (language) {
      case 0x4D, 0x7A -> TextCharset.GB18030;
      case 0x4F, 0x78 -> Charset.forName("Big5");
      default -> null;
    };
  }

  private static boolean allUtf8(Path table, DbfHeader header) throws IOException {
    for (DbfHeader.Field field : header.fields()) {
      byte[] name = field.nameBytes();
      if (!utf8(name, 0, name.length)) {
        return false;
      }
    }
    byte[] row = new byte[header.recordLength()];
    try (InputStream in = new java.io.BufferedInputStream(Files.newInputStream(table), 1 << 16)) {
      in.skipNBytes(header.headerLength());
      for (long i = 0;
          i < header.records() && in.readNBytes(row, 0, row.length) == row.length;
          i++) {
        for (DbfHeader.Field field : header.fields()) {
          if (field.type() == 'C' && !utf8(row, field.offset(), field.length())) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean utf8(byte[] bytes, int offset, int length) {
    boolean ascii = true;
    for (int i = offset; i < offset + length && ascii; i++) {
      ascii = bytes[i] >= 0;
    }
    return ascii
        || !StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(bytes, offset, length), CharBuffer.allocate(length), false)
            .isError();
  }

  /** Decodes a text, leaving out half a character at its end; other bad bytes become U+FFFD. */
  static String decode(Charset charset, byte[] bytes) {
    return decode(charset, bytes, 0, bytes.length);
  }

  /** As {@link #decode(Charset, byte[])}, for a part of the bytes. */
  static String decode(Charset charset, byte[] bytes, int offset, int length) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    CharBuffer text = CharBuffer.allocate(length + 1);
    decoder.decode(ByteBuffer.wrap(bytes, offset, length), text, false);
    return text.flip().toString();
  }
}

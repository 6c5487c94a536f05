package org.riskcensus.formats.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The charset of a text file: declared, or told by its byte-order mark, or UTF-8 when the whole
 * file is strictly valid UTF-8, else GB18030. Big5 cannot be told from GB18030 and must be
 * declared.
 *
 * <p>GB2312 and GBK are read as GB18030, which contains both, because files labelled GB2312 often
 * hold characters of GBK (such as 镕). Bytes that are no text become U+FFFD; readers report the row.
 */
final class TextCharset {

  static final Charset GB18030 = Charset.forName("GB18030");

  /** Stands in text for bytes that are not valid in the charset. */
  static final char LOST = '\uFFFD';

  private TextCharset() {}

  static Charset named(SourceFile file, String name) throws UnreadableFileException {
    String plain = name.strip().toUpperCase(Locale.ROOT).replace("_", "-");
    Charset charset = find(plain);
    if (charset == null) {
      throw file.unreadable(
          "charset '" + name + "' is not known", "write UTF-8, GB18030, GBK or Big5");
    }
    return charset;
  }

  /** A charset by its name or by the number of its code page; null when there is none. */
  static @Nullable Charset find(String name) {
    String plain = name.strip().toUpperCase(Locale.ROOT).replaceFirst("^(ANSI|OEM|CP|MS)[ -]?", "");
    return switch (plain) {
      case "936", "54936", "GBK", "GB2312", "EUC-CN", "GB18030" -> GB18030;
      case "950" -> Charset.forName("Big5");
      case "65001", "UTF8" -> StandardCharsets.UTF_8;
      case "88591" -> StandardCharsets.ISO_8859_1;
      case "1250", "1251", "1252" -> Charset.forName("windows-" + plain);
      default -> ofJava(name.strip());
    };
  }

  private static @Nullable Charset ofJava(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Opens the text of a file past its byte-order mark. */
  static Reader open(SourceFile file) throws IOException {
    BufferedReader text = reader(of(file), Files.newInputStream(file.path()));
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }

  /** Opens the text of a part of a file. */
  static Reader open(SourceFile file, SourceSpec.Part part) throws IOException {
    return reader(of(file), new PartStream(file.path(), part));
  }

  private static BufferedReader reader(Charset charset, InputStream in) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(LOST));
    return new BufferedReader(new InputStreamReader(in, decoder), 1 << 16);
  }

  static Charset of(SourceFile file) throws IOException {
    String declared = file.spec().charset();
    if (declared != null && !declared.isBlank()) {
      return named(file, declared);
    }
    Charset marked = marked(file.path());
    if (marked != null) {
      return marked;
    }
    return decodes(file.path(), StandardCharsets.UTF_8) ? StandardCharsets.UTF_8 : GB18030;
  }

  private static @Nullable Charset marked(Path path) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(3);
    }
    if (start.length == 3
        && start[0] == (byte) 0xEF
        && start[1] == (byte) 0xBB
        && start[2] == (byte) 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return null;
  }

  private static boolean decodes(Path path, Charset charset) throws IOException {
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    try (var in = Files.newByteChannel(path)) {
      boolean end = false;
      while (!end) {
        end = in.read(bytes) < 0;
        bytes.flip();
        chars.clear();
        if (decoder.decode(bytes, chars, end).isError()) {
          return false;
        }
        bytes.compact();
      }
    }
    return true;
  }
}

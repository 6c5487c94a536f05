package org.riskcensus.formats.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.riskcensus.formats.write.FieldType;

/**
 * The head of a dBASE table: layout as in dBASE III and Visual FoxPro, lengths checked against each
 * other before anything is taken from them.
 *
 * @param records rows the header claims, deleted ones too
 * @param headerLength bytes before the first row
 * @param recordLength bytes of a row, with its deletion mark
 * @param language code-page mark of the table (language driver id)
 * @param fields columns in order
 */
record DbfHeader(
    long records, int headerLength, int recordLength, int language, List<Field> fields) {

  /**
   * One column.
   *
   * @param rawName the name, its bytes as characters, since the charset is not known yet
   * @param type letter of the type
   * @param offset of the value in a row
   * @param length of the value in bytes
   * @param decimals digits after the point of a number
   */
  record Field(String rawName, char type, int offset, int length, int decimals) {
    byte[] nameBytes() {
      return rawName.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The type that holds every value the column can have. */
    FieldType valueType() {
      return switch (type) {
        case 'N' -> decimals > 0 || length > LONG_DIGITS ? FieldType.DOUBLE : wholeType();
        case 'F', 'O' -> FieldType.DOUBLE;
        case 'I', '+' -> FieldType.INTEGER;
        case 'B' -> length == 8 ? FieldType.DOUBLE : FieldType.STRING;
        case 'Y' -> FieldType.DOUBLE;
        case 'L' -> FieldType.BOOLEAN;
        case 'D' -> FieldType.DATE;
        default -> FieldType.STRING;
      };
    }

    private FieldType wholeType() {
      return length > INTEGER_DIGITS ? FieldType.LONG : FieldType.INTEGER;
    }
  }

  /** Whole numbers of so many digits fit into 32 bits. */
  private static final int INTEGER_DIGITS = 9;

  /** Programs declare 64-bit numbers with up to 20 digits, a sign among them. */
  private static final int LONG_DIGITS = 20;

  private static final int DESCRIPTOR = 32;

  /** Reads the head and leaves the stream at the first row. */
  static DbfHeader read(SourceFile file, String name, InputStream in) throws IOException {
    ByteBuffer head = bytes(in, DESCRIPTOR);
    long records = head.getInt(4) & 0xFFFFFFFFL;
    int headerLength = head.getShort(8) & 0xFFFF;
    int recordLength = head.getShort(10) & 0xFFFF;
    if (headerLength < DESCRIPTOR + 1 || recordLength < 1) {
      throw file.unreadable(name + " is no dBASE table: its header is damaged", "export it again");
    }
    byte[] rest = bytes(in, headerLength - DESCRIPTOR).array();
    List<Field> fields = fields(rest, true);
    if (end(fields) > recordLength) {
      fields = fields(rest, false);
    }
    int end = end(fields);
    if (fields.isEmpty() || end > recordLength) {
      throw file.unreadable(
          name + " is damaged: its columns take " + end + " bytes of rows of " + recordLength,
          "export it again");
    }
    return new DbfHeader(records, headerLength, recordLength, head.get(29) & 0xFF, fields);
  }

  private static int end(List<Field> fields) {
    return fields.isEmpty()
        ? 1
        : fields.get(fields.size() - 1).offset + fields.get(fields.size() - 1).length;
  }

  /**
   * Reads the descriptors.
   *
   * @param wide whether texts may be longer than 255 bytes, with the rest of the length in the byte
   *     of the decimals; some programs leave nonsense there
   */
  private static List<Field> fields(byte[] descriptors, boolean wide) {
    List<Field> fields = new ArrayList<>();
    int offset = 1;
    for (int at = 0; at + DESCRIPTOR <= descriptors.length; at += DESCRIPTOR) {
      if (descriptors[at] == 0x0D) {
        break;
      }
      int end = at;
      while (end < at + 11 && descriptors[end] != 0) {
        end++;
      }
      char type = (char) (descriptors[at + 11] & 0xFF);
      int length = descriptors[at + 16] & 0xFF;
      if (wide && type == 'C') {
        length |= (descriptors[at + 17] & 0xFF) << 8;
      }
      fields.add(
          new Field(
              new String(descriptors, at, end - at, StandardCharsets.ISO_8859_1),
              type,
              offset,
              length,
              descriptors[at + 17] & 0xFF));
      offset += length;
    }
    return fields;
  }

  private static ByteBuffer bytes(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the header ends after " + bytes.length + " of " + length + " bytes");
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}

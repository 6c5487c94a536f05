package org.riskcensus.formats.read;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.write.FieldType;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Header;

/** The columns of a FlatGeobuf and the values of a feature as text. */
final class FlatGeobufColumns {

  private static final int MOST = 10_000;

  private final List<String> names;
  private final List<Integer> types;

  private FlatGeobufColumns(List<String> names, List<Integer> types) {
    this.names = names;
    this.types = types;
  }

  static FlatGeobufColumns of(SourceFile file, Header header) throws UnreadableFileException {
    List<String> names = new ArrayList<>();
    List<Integer> types = new ArrayList<>();
    if (header.columnsLength() > MOST) {
      throw file.unreadable(
          "its header claims " + header.columnsLength() + " columns", "it is damaged");
    }
    for (int i = 0; i < header.columnsLength(); i++) {
      String name = String.valueOf(header.columns(i).name()).strip();
      if (names.contains(name)) {
        throw file.unreadable(
            "more than one column is called " + name, "give each column a name of its own");
      }
      names.add(name);
      types.add(header.columns(i).type());
    }
    return new FlatGeobufColumns(List.copyOf(names), List.copyOf(types));
  }

  List<String> names() {
    return names;
  }

  /** Types of the columns that are not text, by name. */
  Map<String, FieldType> types() {
    Map<String, FieldType> known = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      FieldType type = type(types.get(i));
      if (type != FieldType.STRING) {
        known.put(names.get(i), type);
      }
    }
    return known;
  }

  /** Unsigned 64-bit numbers may fit no number here and stay text, as moments do. */
  private static FieldType type(int column) {
    return switch (column) {
      case ColumnType.Bool -> FieldType.BOOLEAN;
      case ColumnType.Byte, ColumnType.UByte, ColumnType.Short, ColumnType.UShort, ColumnType.Int ->
          FieldType.INTEGER;
      case ColumnType.UInt, ColumnType.Long -> FieldType.LONG;
      case ColumnType.Float, ColumnType.Double -> FieldType.DOUBLE;
      default -> FieldType.STRING;
    };
  }

  /** Adds the values that are not blank. */
  void read(Feature feature, Map<String, String> attributes, List<String> problems) {
    ByteBuffer values = feature.propertiesAsByteBuffer();
    if (values == null) {
      return;
    }
    values = values.slice().order(ByteOrder.LITTLE_ENDIAN);
    try {
      while (values.hasRemaining()) {
        int column = values.getShort() & 0xFFFF;
        if (column >= names.size()) {
          problems.add("a value is for column " + column + ", which does not exist");
          return;
        }
        String text = text(types.get(column), values);
        if (text != null && !text.isBlank()) {
          attributes.put(names.get(column), text);
        }
      }
    } catch (BufferUnderflowException e) {
      problems.add("its values are cut off");
    }
  }

  private static @Nullable String text(int type, ByteBuffer values) {
    return switch (type) {
      case ColumnType.Byte -> Byte.toString(values.get());
      case ColumnType.UByte -> Integer.toString(values.get() & 0xFF);
      case ColumnType.Bool -> values.get() == 0 ? "false" : "true";
      case ColumnType.Short -> Short.toString(values.getShort());
      case ColumnType.UShort -> Integer.toString(values.getShort() & 0xFFFF);
      case ColumnType.Int -> Integer.toString(values.getInt());
      case ColumnType.UInt -> Integer.toUnsignedString(values.getInt());
      case ColumnType.Long -> Long.toString(values.getLong());
      case ColumnType.ULong -> Long.toUnsignedString(values.getLong());
      case ColumnType.Float -> number(values.getFloat());
      case ColumnType.Double -> number(values.getDouble());
      case ColumnType.Binary -> {
        bytes(values);
        yield null;
      }
      default -> new String(bytes(values), StandardCharsets.UTF_8);
    };
  }

  private static @Nullable String number(float value) {
    return Float.isFinite(value) ? NumberText.of(value) : null;
  }

  private static @Nullable String number(double value) {
    return Double.isFinite(value) ? NumberText.of(value) : null;
  }

  private static byte[] bytes(ByteBuffer values) {
    int length = values.getInt();
    if (length < 0 || length > values.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    values.get(bytes);
    return bytes;
  }
}

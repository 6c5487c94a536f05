package org.riskcensus.formats.read;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits delimited text into records by RFC 4180: quoted cells may hold delimiters, doubled quotes
 * and line breaks; lines end with LF, CRLF or CR.
 *
 * <p>Written here because the usual parsers read a cell whose quote is never closed to the end of
 * the file and return all lost rows as one value; this one says in which line the quote opens.
 */
final class DelimitedText {

  private static final int LONGEST_RECORD = 1 << 26;

  private final SourceFile file;
  private final Reader text;
  private final char delimiter;
  private final char[] buffer = new char[1 << 15];
  private final StringBuilder cell = new StringBuilder();
  private List<String> record = new ArrayList<>();
  private int at;
  private int filled;
  private int pushedBack = -1;
  private long line = 1;
  private long recordLine;
  private int recordLength;

  DelimitedText(SourceFile file, Reader text, char delimiter) {
    this.file = file;
    this.text = text;
    this.delimiter = delimiter;
  }

  /** The cells of the next record, null after the last; a blank line is one blank cell. */
  @Nullable List<String> next() throws IOException {
    recordLine = line;
    recordLength = 0;
    record = new ArrayList<>();
    int c = read();
    if (c < 0) {
      return null;
    }
    while (true) {
      c = c == '"' ? quoted() : c;
      c = plain(c);
      record.add(cell.toString());
      cell.setLength(0);
      if (c != delimiter) {
        return record;
      }
      c = read();
    }
  }

  /** Takes the rest of a cell; returns the delimiter, or anything else at the end of the record. */
  private int plain(int first) throws IOException {
    int c = first;
    while (c >= 0 && c != delimiter && c != '\n' && c != '\r') {
      cell.append((char) c);
      c = read();
    }
    if (c == '\r') {
      c = read();
      if (c != '\n') {
        pushedBack = c;
      }
      c = '\n';
    }
    if (c == '\n') {
      line++;
    }
    return c;
  }

  /** Takes a quoted cell up to its closing quote; returns the character after that. */
  private int quoted() throws IOException {
    long opened = line;
    while (true) {
      int c = read();
      if (c < 0) {
        throw file.unreadable(
            "the quote opened in line "
                + opened
                + " is never closed, so the rows after it are lost",
            "close the quote or double it");
      }
      if (c == '"') {
        int after = read();
        if (after != '"') {
          return after;
        }
      } else if (c == '\n') {
        line++;
      }
      cell.append((char) c);
    }
  }

  private int read() throws IOException {
    if (pushedBack >= 0) {
      int c = pushedBack;
      pushedBack = -1;
      return c;
    }
    if (++recordLength > LONGEST_RECORD) {
      throw file.unreadable(
          "the record that starts in line " + recordLine + " is longer than 64 million characters",
          "look for a quote that is never closed");
    }
    if (at == filled) {
      filled = text.read(buffer);
      at = 0;
      if (filled <= 0) {
        filled = 0;
        return -1;
      }
    }
    return buffer[at++];
  }
}

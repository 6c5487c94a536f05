package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The first sheet of a workbook read straight from its XML, by no library of the project: what its
 * cells hold, to compare with.
 */
final class PlainWorkbook {

  private PlainWorkbook() {}

  /** The rows below the header: name of the column to the text of the cell. */
  static List<Map<String, String>> rows(Path file) throws IOException, XMLStreamException {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      List<String> shared = new ArrayList<>();
      for (Map<String, String> text : elements(archive, "xl/sharedStrings.xml", "si", List.of())) {
        shared.add(text.getOrDefault("", ""));
      }
      List<Map<String, String>> cells =
          elements(archive, "xl/worksheets/sheet1.xml", "row", shared);
      Map<String, String> header = cells.get(0);
      List<Map<String, String>> rows = new ArrayList<>();
      for (Map<String, String> row : cells.subList(1, cells.size())) {
        Map<String, String> named = new TreeMap<>();
        row.forEach((column, text) -> named.put(header.get(column), text));
        rows.add(named);
      }
      return rows;
    }
  }

  /** For each element its texts by the letters of the cell they stand in, none outside cells. */
  private static List<Map<String, String>> elements(
      ZipFile archive, String entry, String element, List<String> shared)
      throws IOException, XMLStreamException {
    List<Map<String, String>> found = new ArrayList<>();
    try (InputStream in = archive.getInputStream(archive.getEntry(entry))) {
      XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
      String column = "";
      boolean index = false;
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamReader.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "c" -> {
            column = xml.getAttributeValue(null, "r").replaceAll("[0-9]", "");
            index = "s".equals(xml.getAttributeValue(null, "t"));
          }
          case "v", "t" -> {
            String text = xml.getElementText();
            String value = index ? shared.get(Integer.parseInt(text)) : text;
            found.get(found.size() - 1).merge(column, value, String::concat);
          }
          default -> {
            if (xml.getLocalName().equals(element)) {
              found.add(new TreeMap<>());
            }
          }
        }
      }
    }
    return found;
  }
}

package org.riskcensus.formats.report.render;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.riskcensus.formats.report.Report;

/** The report as one self-contained page: for screens of any width, or as the source of the PDF. */
final class HtmlRenderer {

  private static final PebbleTemplate PAGE = template();

  private HtmlRenderer() {}

  static void write(Report report, Path file) throws IOException {
    Files.writeString(file, page(report, false), StandardCharsets.UTF_8);
  }

  /**
   * Well-formed XHTML; {@code paper} adds bookmarks and page styles instead of those of screens.
   */
  static String page(Report report, boolean paper) throws IOException {
    StringWriter out = new StringWriter();
    Map<String, Object> values =
        Map.of(
            "report",
            report,
            "parts",
            HtmlPart.list(report.sections(), report.wording()),
            "paper",
            paper);
    PAGE.evaluate(out, values, Locale.ROOT);
    return out.toString();
  }

  private static PebbleTemplate template() {
    ClasspathLoader loader = new ClasspathLoader(HtmlRenderer.class.getClassLoader());
    loader.setPrefix(HtmlRenderer.class.getPackageName().replace('.', '/'));
    return new PebbleEngine.Builder()
        .loader(loader)
        .strictVariables(true)
        .build()
        .getTemplate("report.html");
  }
}

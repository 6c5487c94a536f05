package org.riskcensus.formats.report.render;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** The styles of Word documents, kept as the XML that Word itself keeps them in. */
final class DocxStyles {

  private DocxStyles() {}

  static void apply(XWPFDocument document) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(DocxStyles.class.getResourceAsStream("styles.xml"), "styles.xml")) {
      document.createStyles().setStyles(StylesDocument.Factory.parse(in).getStyles());
    } catch (XmlException e) {
      throw new IllegalStateException("styles.xml is not readable", e);
    }
  }
}

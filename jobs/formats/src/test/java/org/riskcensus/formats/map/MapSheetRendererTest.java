package org.riskcensus.formats.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

class MapSheetRendererTest {

  private static final List<String> PLAIN_TOWNSHIPS =
      List.of("索镇", "起凤镇", "田庄镇", "荆家镇", "马桥镇", "新城镇", "唐山镇", "果里镇", "少海街道");
  private static final List<String> MOUNTAIN_TOWNSHIPS =
      List.of(
          "高唐街道", "龙门街道", "庙宇镇", "大昌镇", "福田镇", "龙溪镇", "双龙镇", "官阳镇", "骡坪镇", "抱龙镇", "官渡镇", "铜鼓镇",
          "红椿土家族乡", "两坪乡", "曲尺乡", "建平乡", "大溪乡", "金坪乡", "平河乡", "当阳乡", "竹贤乡", "培石乡", "笃坪乡", "邓家土家族乡",
          "三溪乡");

  @TempDir Path folder;

  static MapSheet plain(Paper paper) {
    InventedCounty county =
        new InventedCounty(new Coordinate(118.05, 36.98), 0.13, PLAIN_TOWNSHIPS);
    MapContent content =
        new MapContent(
            county.outline(),
            county.tiled(
                List.of("重点防治区", "次重点防治区", "一般防治区"),
                List.of(MapColour.RED, MapColour.ORANGE, MapColour.BLUE)),
            county.townships(),
            List.of());
    return new MapSheet(InventedCounty.text("桓台县洪水灾害风险防治区划图"), content, paper);
  }

  static MapSheet mountain(Paper paper) {
    InventedCounty county =
        new InventedCounty(new Coordinate(109.9, 31.1), 0.33, MOUNTAIN_TOWNSHIPS);
    MapContent content =
        new MapContent(
            county.outline(),
            county.tiled(
                List.of("高", "较高", "中", "低", "无数据"),
                List.of(
                    MapColour.RED,
                    MapColour.ORANGE,
                    MapColour.YELLOW,
                    MapColour.BLUE,
                    MapColour.MISSING)),
            county.townships(),
            List.of(
                new SymbolLayer("地质灾害隐患点", SymbolLayer.Symbol.TRIANGLE, county.places(120)),
                new SymbolLayer("应急避难场所", SymbolLayer.Symbol.SQUARE, county.places(12))));
    return new MapSheet(InventedCounty.text("巫山县地质灾害危险性等级图"), content, paper);
  }

  @Test
  void aCountyOfWhichOnlyTheOutlineIsKnownHasASheet() throws IOException {
    InventedCounty county = new InventedCounty(new Coordinate(118.05, 36.98), 0.13, List.of("甲镇"));
    List<ClassArea> classes = county.tiled(List.of("一般防治区"), List.of(MapColour.BLUE));
    MapContent content = new MapContent(county.outline(), classes, List.of(), List.of());
    Path file = folder.resolve("outline.png");
    MapSheetRenderer.write(
        file, new MapSheet(InventedCounty.text("只有县界的防治区划图"), content, Paper.A4));
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void aSheetHasTheSizeOfItsPaper() {
    BufferedImage sheet = MapSheetRenderer.render(plain(Paper.A4));

    assertThat(sheet.getWidth()).isEqualTo(2339);
    assertThat(sheet.getHeight()).isEqualTo(1654);
  }

  @Test
  void aPdfIsAPageOfThePaperWithItsTextInAnEmbeddedFont() throws IOException {
    Path file = folder.resolve("sheet.pdf");
    MapSheetRenderer.write(file, mountain(Paper.A4));

    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      PDPage page = document.getPage(0);
      assertThat(page.getMediaBox().getWidth()).isBetween(841.8f, 842.0f);
      assertThat(page.getMediaBox().getHeight()).isBetween(595.2f, 595.4f);
      // the font draws some characters and their radicals alike; which one is copied is its choice
      String text =
          Normalizer.normalize(new PDFTextStripper().getText(document), Form.NFKC)
              .replaceAll("\\s", ""); // long names stand on two lines
      assertThat(text).contains("巫山县地质灾害危险性等级图", "红椿土家族乡", "无数据", "比例尺");
      for (COSName name : page.getResources().getFontNames()) {
        assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
      }
      assertThat(page.getResources().getXObjectNames()).as("images").isEmpty();
    }
    assertThat(Files.size(file)).isLessThan(1_500_000);
  }

  @Test
  void aPdfLooksLikeTheImage() throws IOException {
    Path file = folder.resolve("alike.pdf");
    MapSheetRenderer.write(file, plain(Paper.A4));

    BufferedImage png = MapSheetRenderer.render(plain(Paper.A4));
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      BufferedImage pdf = new PDFRenderer(document).renderImageWithDPI(0, 200);
      long differ = 0;
      for (int y = 4; y < 1650; y += 4) {
        for (int x = 4; x < 2330; x += 4) {
          differ += far(png.getRGB(x, y), pdf.getRGB(x, y)) ? 1 : 0;
        }
      }
      assertThat(differ).as("of 238 000 places, edges aside").isLessThan(238_000 / 100);
    }
  }

  private static boolean far(int a, int b) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      sum += Math.abs((a >> shift & 255) - (b >> shift & 255));
    }
    return sum > 180;
  }

  @Test
  void equalSheetsAreEqualPdfs() throws IOException {
    MapSheetRenderer.write(folder.resolve("1.pdf"), plain(Paper.A4));
    MapSheetRenderer.write(folder.resolve("2.pdf"), plain(Paper.A4));
    assertThat(folder.resolve("2.pdf")).hasSameBinaryContentAs(folder.resolve("1.pdf"));
  }

  @Test
  void equalSheetsAreEqualFiles() throws IOException {
    MapSheetRenderer.write(folder.resolve("a.png"), mountain(Paper.A4));
    MapSheetRenderer.write(folder.resolve("b.png"), mountain(Paper.A4));

    assertThat(folder.resolve("a.png")).hasSameBinaryContentAs(folder.resolve("b.png"));
  }
}

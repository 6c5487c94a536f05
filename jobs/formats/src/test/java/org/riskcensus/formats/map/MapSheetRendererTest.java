package org.riskcensus.formats.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
  void equalSheetsAreEqualFiles() throws IOException {
    MapSheetRenderer.write(folder.resolve("a.png"), mountain(Paper.A4));
    MapSheetRenderer.write(folder.resolve("b.png"), mountain(Paper.A4));

    assertThat(folder.resolve("a.png")).hasSameBinaryContentAs(folder.resolve("b.png"));
  }
}

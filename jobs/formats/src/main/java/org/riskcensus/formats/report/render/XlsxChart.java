package org.riskcensus.formats.report.render;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.riskcensus.formats.chart.Chart;
import org.riskcensus.formats.chart.Series;
import org.riskcensus.formats.report.ChartBlock;
import org.riskcensus.formats.report.NumberForm;

/** A chart on one sheet: its figures as cells, and a chart of the workbook over them. */
final class XlsxChart {

  private static final int HEAD = 1;
  private static final int FIRST = 2;

  private final XSSFSheet sheet;
  private final XlsxStyles styles;

  XlsxChart(XSSFSheet sheet, XlsxStyles styles) {
    this.sheet = sheet;
    this.styles = styles;
  }

  void write(ChartBlock block) {
    Chart chart = block.chart();
    styles.text(sheet.createRow(0), 0, block.caption(), styles.caption());
    figures(chart);
    int left = chart.series().size() + 2;
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    XSSFChart made =
        drawing.createChart(drawing.createAnchor(0, 0, 0, 0, left, HEAD, left + 11, HEAD + 22));
    made.displayBlanksAs(DisplayBlanks.GAP);
    made.getOrAddLegend().setPosition(LegendPosition.TOP);
    XDDFCategoryAxis below = made.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis values = made.createValueAxis(AxisPosition.LEFT);
    values.setTitle(chart.unit());
    values.setMinimum(0);
    values.setCrossBetween(AxisCrossBetween.BETWEEN);
    plot(made, chart, Series.Mark.BAR, below, values);
    plot(made, chart, Series.Mark.LINE, below, values);
    XlsxTable.page(sheet, true);
  }

  private void figures(Chart chart) {
    Row head = sheet.createRow(HEAD);
    styles.text(head, 0, "", styles.head());
    for (int s = 0; s < chart.series().size(); s++) {
      styles.text(
          head, s + 1, chart.series().get(s).name() + "\n(" + chart.unit() + ")", styles.head());
      sheet.setColumnWidth(s + 1, 14 * 256);
    }
    head.setHeightInPoints(32);
    for (int c = 0; c < chart.categories().size(); c++) {
      Row row = sheet.createRow(FIRST + c);
      styles.text(row, 0, chart.categories().get(c), styles.cell(false));
      for (int s = 0; s < chart.series().size(); s++) {
        Double value = chart.series().get(s).values().get(c);
        // a cell without a value is a gap in the chart; text there would be drawn as zero
        row.createCell(s + 1).setCellStyle(styles.number(NumberForm.TWO, false));
        if (value != null) {
          row.getCell(s + 1).setCellValue(value);
        }
      }
    }
    sheet.setColumnWidth(0, 14 * 256);
  }

  private void plot(
      XSSFChart made, Chart chart, Series.Mark mark, XDDFCategoryAxis below, XDDFValueAxis values) {
    List<Series> series = chart.series();
    if (series.stream().noneMatch(one -> one.mark() == mark)) {
      return;
    }
    ChartTypes type = mark == Series.Mark.BAR ? ChartTypes.BAR : ChartTypes.LINE;
    XDDFChartData data = made.createData(type, below, values);
    if (data instanceof XDDFBarChartData bars) {
      bars.setBarDirection(BarDirection.COL);
      bars.setBarGrouping(chart.stacked() ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
      if (chart.stacked()) {
        bars.setOverlap((byte) 100);
      }
    }
    data.setVaryColors(false);
    int last = FIRST + chart.categories().size() - 1;
    XDDFDataSource<String> names =
        XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(FIRST, last, 0, 0));
    for (int s = 0; s < series.size(); s++) {
      if (series.get(s).mark() == mark) {
        XDDFNumericalDataSource<Double> cells =
            XDDFDataSourcesFactory.fromNumericCellRange(
                sheet, new CellRangeAddress(FIRST, last, s + 1, s + 1));
        XDDFChartData.Series added = data.addSeries(names, cells);
        added.setTitle(series.get(s).name(), null);
        colour(added, series.get(s));
      }
    }
    made.plot(data);
  }

  private static void colour(XDDFChartData.Series added, Series series) {
    byte[] rgb = {
      (byte) series.colour().getRed(),
      (byte) series.colour().getGreen(),
      (byte) series.colour().getBlue()
    };
    XDDFSolidFillProperties fill = new XDDFSolidFillProperties(XDDFColor.from(rgb));
    if (added instanceof XDDFLineChartData.Series line) {
      line.setLineProperties(new XDDFLineProperties(fill));
      line.setSmooth(false);
    } else {
      added.setFillProperties(fill);
    }
  }
}

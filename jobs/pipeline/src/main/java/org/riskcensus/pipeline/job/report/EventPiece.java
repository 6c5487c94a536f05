package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;
import static org.riskcensus.pipeline.job.report.ReportContext.cell;
import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Table;

/**
 * The events of the period 灾害过程 as they stood after initial, follow-up and final reports. Of more
 * than a list can name, those of the largest loss.
 */
final class EventPiece implements Piece {

  private static final NumberForm GAP = new NumberForm(2, true);

  private final ReportContext context;
  private final int longest;

  /**
   * Makes the piece.
   *
   * @param longest most rows of the list
   */
  EventPiece(ReportContext context, int longest) {
    this.context = context;
    this.longest = longest;
  }

  @Override
  public String id() {
    return "event-stages";
  }

  @Override
  public List<Block> blocks() {
    EventStages all = EventStages.of(stages());
    if (all.events().isEmpty()) {
      return List.of(Paragraph.body(context.title("events.none")));
    }
    EventStages listed = all.largest(longest);
    List<Table.Row> lines = new ArrayList<>();
    for (List<Row> stages : listed.events().values()) {
      for (int i = 0; i < stages.size(); i++) {
        lines.add(line(stages.get(i), i == 0));
      }
    }
    List<Table.Column> heads =
        List.of(
            context.head("event", 2.8),
            context.head("kind", 1.2),
            context.head("dates", 2.6),
            context.head("stage", 1.2),
            context.number("reports", 1.1),
            loss("affected_population", "人次"),
            loss("deaths", "人"),
            loss(LossFigures.LOSS, "万元"),
            context.number(context.words().get("head.loss_change"), "万元", 1.7),
            context.head("revision_reason", 2));
    Table table =
        context.table(context.title("table.events"), heads, lines, "note.events", "note.missing");
    int left = all.events().size() - listed.events().size();
    return left == 0
        ? List.of(table)
        : List.of(
            table,
            Paragraph.body(
                context.words().get("events.more", "n", left, "unit", context.unit().code())));
  }

  /** Stages of events that began in the period, the first event first. */
  private List<Row> stages() {
    List<String> names = context.contracts().codeList("report_type").codes();
    List<Row> rows =
        new ArrayList<>(
            context
                .source()
                .rows(
                    "marts.loss_by_event",
                    col("admin_code")
                        .equalTo(context.unit().code())
                        .and(col("hazard_kind").isin(context.kinds().toArray())),
                    "start_date",
                    "event_id")
                .stream()
                .filter(this::inPeriod)
                .toList());
    rows.sort(
        Comparator.comparing((Row row) -> row.<Date>getAs("start_date"))
            .thenComparing(row -> row.<String>getAs("event_id"))
            .thenComparing(row -> names.indexOf(row.<String>getAs("stage"))));
    return rows;
  }

  private boolean inPeriod(Row row) {
    YearMonth month = YearMonth.from(row.<Date>getAs("start_date").toLocalDate());
    return context.period().months().contains(month);
  }

  private Table.Row line(Row stage, boolean first) {
    Object name =
        stage.getAs("event_name") == null ? stage.getAs("event_id") : stage.getAs("event_name");
    String dates = dates(stage.getAs("start_date"), stage.getAs("end_date"));
    Double change = stage.getAs("direct_loss_change_wan");
    String reason = stage.getAs("revision_reason");
    return ReportContext.row(
        text(first ? name : ""),
        text(first ? context.name("loss_kind", stage.getAs("hazard_kind")) : ""),
        text(first ? dates : ""),
        text(context.name("report_type", stage.getAs("stage"))),
        cell(stage.<Long>getAs("reports"), NumberForm.WHOLE),
        cell(stage.<Long>getAs("affected_population"), NumberForm.WHOLE),
        cell(stage.<Long>getAs("deaths"), NumberForm.WHOLE),
        cell(stage.<Double>getAs(LossFigures.LOSS), NumberForm.TWO),
        change == null ? Cell.Missing.NOT_APPLICABLE : cell(change, GAP),
        text(reason == null ? "" : reason));
  }

  /** First and last day; the year once where it is one. */
  private static String dates(Date start, Date end) {
    LocalDate first = start.toLocalDate();
    LocalDate last = end.toLocalDate();
    if (first.equals(last)) {
      return first.toString();
    }
    boolean oneYear = first.getYear() == last.getYear();
    return first + "～" + (oneYear ? last.toString().substring(5) : last.toString());
  }

  private Table.Column loss(String field, String unit) {
    return context.number(context.label(LossTables.TABLE, field), unit, 1.6);
  }
}

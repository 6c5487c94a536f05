package org.riskcensus.pipeline.job.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.riskcensus.formats.report.Block;

/** The map sheets 区划图 of the county that were drawn for this report. */
final class MapPiece implements Piece {

  private final ReportContext context;
  private final RiskRows now;
  private final Path maps;

  MapPiece(ReportContext context, RiskRows now, Path maps) {
    this.context = context;
    this.now = now;
    this.maps = maps;
  }

  @Override
  public String id() {
    return "risk-maps";
  }

  @Override
  public List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (String hazard : now.hazards(context, context.unit().code())) {
      for (String kind : List.of("level", "zone")) {
        String county = context.unit().county();
        Path file =
            maps.resolve(
                "%s_%s_%s%s.png".formatted(county, hazard, kind, context.language().suffix()));
        if (Files.isRegularFile(file)) {
          String title = context.title("map." + kind, "hazard", context.name("risk_kind", hazard));
          blocks.add(context.captions().picture(title, file));
        }
      }
    }
    return blocks;
  }
}

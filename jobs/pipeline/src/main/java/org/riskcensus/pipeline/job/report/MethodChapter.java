package org.riskcensus.pipeline.job.report;

import static org.riskcensus.pipeline.job.report.ReportContext.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Methods and standards 方法与标准: every parameter with its source and how well that is known. */
final class MethodChapter implements Chapter {

  private final ReportContext context;
  private final Words words;

  MethodChapter(ReportContext context) {
    this.context = context;
    this.words = context.words();
  }

  @Override
  public Section write() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.body(words.get("methods.losses")));
    blocks.add(Paragraph.body(words.get("methods.rounding")));
    blocks.add(Paragraph.body(words.get("methods.risk")));
    blocks.add(Paragraph.body(words.get("methods.evidence")));
    blocks.add(parameters());
    return Section.of("methods", words.get("chapter.methods"), blocks);
  }

  private Table parameters() {
    SchemaFiles files = SchemaFiles.load();
    Problems problems = new Problems();
    List<Table.Row> rows = new ArrayList<>();
    for (String path : files.list("methods")) {
      YamlNode root = files.parse(path, problems);
      Map<String, YamlNode> parameters =
          root.find("parameters").map(YamlNode::fields).orElse(Map.of());
      parameters.forEach((name, node) -> rows.add(row(root, name, node)));
    }
    problems.refuse();
    List<Table.Column> heads =
        List.of(
            context.head("method", 2),
            context.head("parameter", 2.4),
            context.head("parameter_value", 4),
            context.head("standard", 1.8),
            context.head("version", 0.9),
            context.head("evidence", 0.9));
    return context.captions().table(words.get("table.methods"), heads, rows, List.of());
  }

  private Table.Row row(YamlNode root, String name, YamlNode node) {
    String method = root.text("method") + "@" + root.text("version");
    String title = words.language() == Language.ZH ? root.text("title") + " " + method : method;
    String standard = node.text("standard");
    return ReportContext.row(
        text(title),
        text(name),
        text(node.find("value").map(MethodChapter::shown).orElse("")),
        text(standard.equals("project") ? words.get("standard.project") : standard),
        text(node.text("version")),
        text(node.text("evidence")));
  }

  private static String shown(YamlNode value) {
    if (value.isList()) {
      return value.items().stream()
          .map(MethodChapter::shown)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value.isMap()) {
      return value.fields().entrySet().stream()
          .map(field -> field.getKey() + ": " + shown(field.getValue()))
          .collect(Collectors.joining(", "));
    }
    return value.text();
  }
}

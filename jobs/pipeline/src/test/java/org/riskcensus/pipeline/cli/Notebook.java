package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.LocalExecutionControlProvider;

/** A Jupyter notebook of Java cells, which are what JShell reads: so does the kernel. */
record Notebook(Path file, JsonNode content) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern QUERY =
      Pattern.compile("show\\(\"\"\"(.*?)\"\"\"\\)", Pattern.DOTALL);

  /** The notebooks of a directory, in their order. */
  static List<Notebook> all(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".ipynb"))
          .sorted()
          .map(Notebook::read)
          .toList();
    }
  }

  private static Notebook read(Path file) {
    try {
      return new Notebook(file, JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new AssertionError(file + " is no notebook", e);
    }
  }

  /** The sources of its cells of code. */
  List<String> code() {
    return cells().filter(Notebook::isCode).map(Notebook::source).toList();
  }

  /** The SQL it shows the rows of. */
  List<String> queries() {
    return QUERY.matcher(String.join("\n", code())).results().map(found -> found.group(1)).toList();
  }

  @Override
  public String toString() {
    return file.toString();
  }

  /** Whether it is stored as it was written, without what a run left in it. */
  boolean isStripped() {
    return cells()
        .filter(Notebook::isCode)
        .allMatch(cell -> cell.get("outputs").isEmpty() && cell.get("execution_count").isNull());
  }

  /** Runs all cells, in this process; fails at the first that does not compile or throws. */
  void run() {
    try (JShell shell =
        JShell.builder().executionEngine(new LocalExecutionControlProvider(), Map.of()).build()) {
      shell.addToClasspath(System.getProperty("java.class.path"));
      code().forEach(cell -> run(shell, cell));
    }
  }

  private void run(JShell shell, String cell) {
    String rest = cell;
    while (!rest.isBlank()) {
      CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      assertThat(info.completeness().isComplete()).as("%s: %s", file, rest).isTrue();
      for (SnippetEvent event : shell.eval(info.source())) {
        String problems =
            shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList().toString();
        assertThat(event.status())
            .as("%s: %s%s", file, info.source(), problems)
            .isEqualTo(Snippet.Status.VALID);
        assertThat(event.exception()).as("%s: %s", file, info.source()).isNull();
      }
      rest = info.remaining();
    }
  }

  private Stream<JsonNode> cells() {
    return StreamSupport.stream(content.get("cells").spliterator(), false);
  }

  private static boolean isCode(JsonNode cell) {
    return cell.get("cell_type").asText().equals("code");
  }

  private static String source(JsonNode cell) {
    StringBuilder source = new StringBuilder();
    cell.get("source").forEach(line -> source.append(line.asText()));
    return source.toString();
  }
}

package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.riskcensus.pipeline.yaml.DefinitionException;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Every table contract and code list of the project. Immutable and serializable. */
public final class Contracts implements Serializable {

  private static final long serialVersionUID = 1L;
  static final List<String> NAMESPACES = List.of("raw", "staging", "marts", "ops");

  private final Map<String, TableContract> tables;
  private final Map<String, CodeList> codeLists;
  private final LevelScale levels;

  private Contracts(
      Map<String, TableContract> tables, Map<String, CodeList> codeLists, LevelScale levels) {
    this.tables = Collections.unmodifiableMap(tables);
    this.codeLists = Collections.unmodifiableMap(codeLists);
    this.levels = levels;
  }

  /**
   * Reads {@code schemas/} from the class path.
   *
   * @throws DefinitionException with every problem of every file
   */
  public static Contracts load() {
    Problems problems = new Problems();
    Contracts contracts = read(SchemaFiles.load(), problems);
    problems.refuse();
    return contracts;
  }

  /** Reads the contracts of {@code files} and notes what is wrong. */
  public static Contracts read(SchemaFiles files, Problems problems) {
    Map<String, CodeList> codes = new TreeMap<>();
    for (String path : files.list("codes")) {
      codes.put(baseName(path), CodeListReader.read(files, baseName(path), problems));
    }
    LevelScale levels = levels(files, problems);
    codes.put(LevelScale.CODES, levels.codes());
    Map<String, Fragment> fragments = new TreeMap<>();
    for (String path : files.list("fragments")) {
      fragments.put(baseName(path), Fragment.read(files.parse(path, problems), baseName(path)));
    }
    Map<String, TableContract> tables = new TreeMap<>();
    for (String namespace : NAMESPACES) {
      for (String path : files.list(namespace)) {
        YamlNode root = files.parse(path, problems);
        String name = namespace + "." + baseName(path);
        TableContract table = ContractReader.read(root, name, fragments);
        tables.put(name, table);
        checkCodes(root, table, codes);
      }
    }
    return new Contracts(tables, codes, levels);
  }

  /** The levels; none where the files have no methods, whose reader tells what is missing. */
  private static LevelScale levels(SchemaFiles files, Problems problems) {
    return files.paths().contains(LevelScale.FILE)
        ? LevelScale.read(files, problems)
        : new LevelScale(List.of());
  }

  private static void checkCodes(YamlNode root, TableContract table, Map<String, CodeList> codes) {
    for (ColumnContract column : table.columns()) {
      if (column.codes() != null && !codes.containsKey(column.codes())) {
        root.problem(
            "column '" + column.name() + "': there is no code list '" + column.codes() + "'");
      }
    }
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1, path.length() - ".yaml".length());
  }

  /** The contract of a table such as {@code staging.flood_extent}, if there is one. */
  public Optional<TableContract> find(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /**
   * The contract of a table such as {@code staging.flood_extent}.
   *
   * @throws NoSuchElementException when there is none
   */
  public TableContract get(String name) {
    return find(name).orElseThrow(() -> new NoSuchElementException("no contract for " + name));
  }

  /** Tells that there is no dataset of this name, which there are, and where more come from. */
  public String noDataset(String name) {
    return "there is no dataset '%s'; datasets are %s"
            .formatted(name, list("staging").stream().map(TableContract::simpleName).toList())
        + SchemaFiles.whereOwnAre();
  }

  /** The contracts of a namespace, by name. */
  public List<TableContract> list(String namespace) {
    return tables.values().stream().filter(t -> t.namespace().equals(namespace)).toList();
  }

  /** All contracts, by name. */
  public List<TableContract> list() {
    return new ArrayList<>(tables.values());
  }

  /**
   * The code list of this name.
   *
   * @throws NoSuchElementException when there is none
   */
  public CodeList codeList(String name) {
    CodeList list = codeLists.get(name);
    if (list == null) {
      throw new NoSuchElementException("no code list " + name);
    }
    return list;
  }

  /** The levels of hazard and risk, whose names are the code list {@code risk_level} too. */
  public LevelScale levels() {
    return levels;
  }

  /** The same contracts with the levels of another release. */
  public Contracts with(LevelScale other) {
    Map<String, CodeList> codes = new TreeMap<>(codeLists);
    codes.put(LevelScale.CODES, other.codes());
    return new Contracts(tables, codes, other);
  }

  /** All code lists, by name. */
  public Map<String, CodeList> codeLists() {
    return codeLists;
  }
}

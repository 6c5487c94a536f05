package org.riskcensus.pipeline.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * The text of every file under {@code schemas/} on the class path, whether that is a directory, the
 * schemas jar or a shaded jar. One file is looked up by name and its neighbours are listed from
 * there, because a jar need not hold entries for its directories.
 */
public final class SchemaFiles {

  private static final String ROOT = "schemas/";
  private static final String OWN = "CENSUS_SCHEMAS";
  private static final String LANDMARK = ROOT + "fragments/survey.yaml";

  private final SortedMap<String, String> texts;
  private final Map<String, String> places;

  private SchemaFiles(SortedMap<String, String> texts, Map<String, String> places) {
    this.texts = Collections.unmodifiableSortedMap(texts);
    this.places = Map.copyOf(places);
  }

  /**
   * Reads them from the class path of this class, and over them those of the folder that the
   * environment variable {@code CENSUS_SCHEMAS} names: methods, contracts and codes of one's own.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when it names no folder, or the folder
   *     holds a file that would have no effect
   */
  public static SchemaFiles load() {
    return ofProject().over(System.getenv(OWN));
  }

  /** Where a file that is missing could come from, to be added to what is told of it. */
  public static String whereOwnAre() {
    return whereOwnAre(System.getenv(OWN));
  }

  static String whereOwnAre(@Nullable String folder) {
    return "; what is one's own comes from the folder that %s names, %s"
        .formatted(OWN, folder == null || folder.isBlank() ? "which is not set" : "here " + folder);
  }

  /** The files of the project alone, whatever folder of one's own there is. */
  public static SchemaFiles ofProject() {
    return load(SchemaFiles.class.getClassLoader());
  }

  /** The same files with those of a folder over them; blank and null name none. */
  SchemaFiles over(@Nullable String folder) {
    if (folder == null || folder.isBlank()) {
      return this;
    }
    Problems problems = new Problems();
    try {
      if (Files.isDirectory(Path.of(folder))) {
        SchemaFiles all = OwnFolder.over(this, Path.of(folder), problems);
        problems.refuse();
        return all;
      }
      problems.add(OWN, 0, folder + " is no folder; it is to hold files laid out like schemas/");
    } catch (IOException | InvalidPathException e) {
      problems.add(OWN, 0, folder + " cannot be read: " + e.getMessage());
    }
    problems.refuse();
    return this;
  }

  static SchemaFiles load(ClassLoader loader) {
    URL landmark = loader.getResource(LANDMARK);
    if (landmark == null) {
      throw new IllegalStateException(LANDMARK + " is not on the class path: incomplete build");
    }
    try {
      return landmark.getProtocol().equals("file") ? fromFile(landmark) : fromJar(landmark);
    } catch (IOException | URISyntaxException e) {
      throw new UncheckedIOException(
          "cannot read the schemas at " + landmark,
          e instanceof IOException io ? io : new IOException(e));
    }
  }

  /** Files given as text: path below {@code schemas/} to content. */
  static SchemaFiles of(SortedMap<String, String> texts) {
    return new SchemaFiles(texts, Map.of());
  }

  /** Reads the files of a directory laid out like {@code schemas/}. */
  public static SchemaFiles of(Path directory) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        String path = directory.relativize(file).toString().replace('\\', '/');
        texts.put(path, Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return new SchemaFiles(texts, Map.of());
  }

  /** The same files, some with another text. */
  public SchemaFiles with(Map<String, String> others) {
    return with(others, "");
  }

  /** The same files, some with the text they have in a folder of one's own, or in a release. */
  public SchemaFiles with(Map<String, String> others, String folder) {
    SortedMap<String, String> all = new TreeMap<>(texts);
    Map<String, String> where = new TreeMap<>(places);
    all.putAll(others);
    where.keySet().removeAll(others.keySet());
    if (!folder.isEmpty()) {
      others.keySet().forEach(path -> where.put(path, folder + "/" + path));
    }
    return new SchemaFiles(all, where);
  }

  /** Where a file lies, for messages: in the project, or in a folder of one's own. */
  public String place(String path) {
    return places.getOrDefault(path, ROOT + path);
  }

  private static SchemaFiles fromFile(URL landmark) throws IOException, URISyntaxException {
    Path file = Path.of(new URI(landmark.toString()));
    return of(file.resolveSibling("..").normalize());
  }

  private static SchemaFiles fromJar(URL landmark) throws IOException {
    JarURLConnection connection = (JarURLConnection) landmark.openConnection();
    connection.setUseCaches(false);
    SortedMap<String, String> texts = new TreeMap<>();
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().startsWith(ROOT) && entry.getName().endsWith(".yaml")) {
          try (InputStream in = jar.getInputStream(entry)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            texts.put(entry.getName().substring(ROOT.length()), text);
          }
        }
      }
    }
    return new SchemaFiles(texts, Map.of());
  }

  /** Paths below {@code schemas/}, sorted. */
  public List<String> paths() {
    return List.copyOf(texts.keySet());
  }

  /** The paths of one folder, such as {@code methods}, sorted. */
  public List<String> list(String folder) {
    return texts.keySet().stream().filter(path -> path.startsWith(folder + "/")).toList();
  }

  /**
   * The text of one file.
   *
   * @throws NoSuchElementException when there is none
   */
  public String text(String path) {
    String text = texts.get(path);
    if (text == null) {
      throw new NoSuchElementException(ROOT + path);
    }
    return text;
  }

  /** Parses one file; an absent one is a problem and reads as an empty map. */
  public YamlNode parse(String path, Problems problems) {
    String text = texts.get(path);
    if (text == null) {
      problems.add(ROOT + path, 0, "there is no such file");
    }
    return YamlNode.parse(place(path), text == null ? "{}" : text, problems);
  }
}

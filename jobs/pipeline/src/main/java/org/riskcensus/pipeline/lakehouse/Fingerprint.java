package org.riskcensus.pipeline.lakehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * SHA-256 over everything a result depends on. Parts are framed by their length, so that no two
 * lists of parts run together into the same text.
 */
public final class Fingerprint {

  private static final String OWN_CLASSES = "org/riskcensus/";
  private static final int SHORT_HEX = 16;

  private final MessageDigest digest;

  public Fingerprint() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds one part. */
  public Fingerprint add(Object part) {
    byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
    return this;
  }

  /**
   * Adds the project's own compiled code, so that a new version computes anew. The packaging does
   * not matter: the same classes give the same fingerprint from directories, from several jars and
   * from one.
   */
  public Fingerprint addCode(Class<?>... oneOfEachModule) {
    SortedMap<String, Long> classes = new TreeMap<>();
    for (Class<?> type : oneOfEachModule) {
      try {
        Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
          addDirectory(place, classes);
        } else {
          addJar(place, classes);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the program's own code cannot be read", e);
      } catch (URISyntaxException e) {
        throw new IllegalStateException("the program's own code has no place", e);
      }
    }
    return add(classes);
  }

  /** The first {@value #SHORT_HEX} hexadecimal digits. */
  public String shortHex() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, SHORT_HEX);
  }

  private static void addJar(Path jar, SortedMap<String, Long> classes) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(file.entries())) {
        if (entry.getName().startsWith(OWN_CLASSES) && entry.getName().endsWith(".class")) {
          classes.put(entry.getName(), entry.getCrc());
        }
      }
    }
  }

  private static void addDirectory(Path root, SortedMap<String, Long> classes) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.filter(p -> p.toString().endsWith(".class")).toList();
    }
    for (Path file : files) {
      CRC32 crc = new CRC32();
      crc.update(Files.readAllBytes(file));
      classes.put(root.relativize(file).toString().replace('\\', '/'), crc.getValue());
    }
  }
}

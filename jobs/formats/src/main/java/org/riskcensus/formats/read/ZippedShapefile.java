package org.riskcensus.formats.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A Shapefile inside a {@code .zip}: the only one, or the one named as layer. Its parts are
 * unpacked under names of our own into a folder of their own, so that no name in an archive reaches
 * the disk, and are gone once they are open.
 *
 * <p>An archive that unpacks to more than {@value #MOST_GROWTH} times its size (and 64 MiB) is
 * refused. Names are UTF-8, or GB18030 where they are not.
 */
final class ZippedShapefile {

  private static final List<String> PARTS = List.of("shp", "shx", "dbf", "prj", "cpg");
  private static final int MOST_ENTRIES = 100_000;
  private static final int MOST_GROWTH = 200;
  private static final long ALWAYS_FITS = 64L << 20;

  private final SourceFile file;
  private final ZipFile zip;
  private long room;

  private ZippedShapefile(SourceFile file, ZipFile zip) throws IOException {
    this.file = file;
    this.zip = zip;
    this.room = Math.max(ALWAYS_FITS, MOST_GROWTH * Files.size(file.path()));
    if (zip.size() > MOST_ENTRIES) {
      throw file.unreadable("it holds " + zip.size() + " files", "send the Shapefile alone");
    }
  }

  static RowReader open(SourceFile file) throws IOException {
    try (ZipFile zip = zip(file)) {
      return new ZippedShapefile(file, zip).open();
    }
  }

  private static ZipFile zip(SourceFile file) throws IOException {
    try {
      return new ZipFile(file.path().toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      try {
        return new ZipFile(file.path().toFile(), TextCharset.GB18030);
      } catch (ZipException again) {
        again.addSuppressed(e);
        throw file.broken(again);
      }
    }
  }

  private RowReader open() throws IOException {
    ZipEntry shp = choose();
    Path folder = Files.createTempDirectory("census-zip-");
    try {
      String base = base(shp.getName());
      for (String part : PARTS) {
        Optional<? extends ZipEntry> entry =
            zip.stream().filter(e -> e.getName().equalsIgnoreCase(base + "." + part)).findFirst();
        if (entry.isPresent()) {
          unpack(entry.get(), folder.resolve("layer." + part));
        }
      }
      SourceFile unpacked = new SourceFile(file.spec(), folder.resolve("layer.shp"));
      unpacked.check(unpacked.path());
      return ShapefileReader.open(unpacked);
    } finally {
      for (String part : PARTS) {
        Files.deleteIfExists(folder.resolve("layer." + part));
      }
      Files.delete(folder);
    }
  }

  private ZipEntry choose() throws UnreadableFileException {
    List<ZipEntry> found = new ArrayList<>();
    zip.stream().filter(ZippedShapefile::isShapefile).forEach(found::add);
    if (found.isEmpty()) {
      throw file.unreadable(
          "it holds no Shapefile",
          "unpack it and name the file inside, or zip .shp, .dbf and .prj");
    }
    List<String> layers = found.stream().map(entry -> base(entry.getName())).toList();
    @Nullable String layer = file.spec().layer();
    if (layer == null || layer.isBlank()) {
      if (found.size() > 1) {
        throw file.unreadable(
            "it holds " + found.size() + " Shapefiles", "choose a layer among " + layers);
      }
      return found.get(0);
    }
    List<ZipEntry> named =
        found.stream().filter(entry -> isNamed(base(entry.getName()), layer.strip())).toList();
    if (named.size() != 1) {
      throw file.unreadable("it has no layer '" + layer + "'", "choose among " + layers);
    }
    return named.get(0);
  }

  private static boolean isShapefile(ZipEntry entry) {
    String name = entry.getName().toLowerCase(Locale.ROOT);
    return !entry.isDirectory() && name.endsWith(".shp") && !name.startsWith("__macosx/");
  }

  private static boolean isNamed(String base, String layer) {
    String wanted = layer.toLowerCase(Locale.ROOT).endsWith(".shp") ? base(layer) : layer;
    return base.equals(wanted) || base.substring(base.lastIndexOf('/') + 1).equals(wanted);
  }

  private static String base(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private void unpack(ZipEntry entry, Path to) throws IOException {
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(to)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        room -= read;
        if (room < 0) {
          throw file.unreadable(
              "it unpacks to more than " + MOST_GROWTH + " times its size", "send it unpacked");
        }
        out.write(buffer, 0, read);
      }
    } catch (ZipException e) {
      throw file.broken(" (" + entry.getName() + ")", e);
    }
  }
}

package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaFilesTest {

  @Test
  void filesOfAFolderAreListedByPath() {
    SchemaFiles files = SchemaFiles.load();
    assertThat(files.list("fragments"))
        .contains("fragments/survey.yaml", "fragments/geometry.yaml");
    assertThat(files.paths()).contains("staging/flood_extent.yaml", "codes/structure.yaml");
  }

  @Test
  void aJarWithoutDirectoryEntriesIsReadLikeADirectory(@TempDir Path folder) throws Exception {
    Path jar = folder.resolve("all in one.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : new String[] {"fragments/survey.yaml", "codes/甲.yaml", "readme.txt"}) {
        out.putNextEntry(new JarEntry("schemas/" + name));
        out.write("title: 标题".getBytes(StandardCharsets.UTF_8));
      }
      out.putNextEntry(new JarEntry("other/b.yaml"));
    }
    URL[] urls = {jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      SchemaFiles files = SchemaFiles.load(loader);
      assertThat(files.paths()).containsExactly("codes/甲.yaml", "fragments/survey.yaml");
    }
  }

  @Test
  void itIsToldWhereFilesOfOnesOwnComeFrom() {
    String told = "; what is one's own comes from the folder that CENSUS_SCHEMAS names, ";
    assertThat(SchemaFiles.whereOwnAre(null)).isEqualTo(told + "which is not set");
    assertThat(SchemaFiles.whereOwnAre("own/schemas")).isEqualTo(told + "here own/schemas");
  }

  @Test
  void aFolderOfOnesOwnLiesOverTheFilesOfTheProject(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("methods"));
    Files.writeString(folder.resolve("methods/levels.yaml"), "method: own");
    SchemaFiles files = SchemaFiles.load().over(folder.toString());
    assertThat(files.text("methods/levels.yaml")).isEqualTo("method: own");
    assertThat(files.text("methods/zoning.yaml")).startsWith("method: zoning");
    assertThatThrownBy(() -> SchemaFiles.load().over(folder.resolve("none").toString()))
        .hasMessageContaining("is no folder");
  }
}

package org.riskcensus.pipeline.job.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Polygon;

class ProvinceJobTest {

  private static final ProvinceConfig.Size TINY = new ProvinceConfig.Size(1, 2, 2, 2);

  @TempDir Path folder;

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
    Map<String, Integer> first = generate("first", 1);
    assertThat(generate("second", 1)).isEqualTo(first);
    Map<String, Integer> other = generate("other", 2);
    assertThat(other.keySet()).isEqualTo(first.keySet());
    assertThat(other).isNotEqualTo(first);
    assertThat(first.keySet())
        .contains("census.yaml", "375121/灾情事件.csv", "expected/loss_by_unit_year.csv");
  }

  @Test
  void theDescriptionSaysThatAllIsMadeUp() throws IOException {
    generate("told", 1);
    assertThat(folder.resolve("told/census.yaml"))
        .content()
        .contains("synthetic: true", "合成数据", "# Synthetic:");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 19, 20})
  void townshipsTileTheirCountyAndCountiesTheProvince(int townships) {
    int counties = 7;
    ProvinceGrid grid = new ProvinceGrid(counties, townships);
    Polygon[] whole = IntStream.range(0, counties).mapToObj(grid::county).toArray(Polygon[]::new);
    assertThat(CoverageValidator.isValid(whole)).isTrue();
    for (int place = 0; place < counties; place++) {
      int of = place;
      Polygon[] parts =
          IntStream.range(0, townships)
              .mapToObj(n -> grid.township(of, n, townships))
              .toArray(Polygon[]::new);
      assertThat(CoverageValidator.isValid(parts)).isTrue();
      assertThat(CoverageUnion.union(parts).equalsTopo(whole[place])).isTrue();
    }
  }

  @Test
  void countiesAreDealtEvenlyAndNoCodeIsGivenTwice() {
    ProvinceConfig.Size size = new ProvinceConfig.Size(16, 150, 19, 30);
    List<ProvinceUnits.City> cities = ProvinceUnits.of(new ProvinceConfig("37", size, 1, folder));
    assertThat(cities.stream().map(city -> city.counties().size())).hasSize(16).containsOnly(9, 10);
    List<ProvinceUnits.County> counties =
        cities.stream().flatMap(city -> city.counties().stream()).toList();
    Set<String> codes = new LinkedHashSet<>();
    counties.forEach(county -> codes.add(county.code()));
    assertThat(codes).hasSize(150).allMatch(code -> code.matches("37[5-6]\\d[2-8]\\d"));
    assertThat(counties.get(104).name()).isEqualTo("第一百零五县");
    assertThat(counties.get(0).townships())
        .hasSize(19)
        .allMatch(township -> township.code().matches("3751211\\d\\d000"));
  }

  @Test
  void everyProblemIsToldAtOnce() {
    ProvinceConfig.Size wrong = new ProvinceConfig.Size(21, 3, 0, 77);
    assertThatThrownBy(() -> new ProvinceConfig("3", wrong, 1, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a province is two digits")
        .hasMessageContaining("cities must be 1 to 20, got 21")
        .hasMessageContaining("counties must be 21 to")
        .hasMessageContaining("townships must be 1 to 299, got 0")
        .hasMessageContaining("years must be 1 to 76, got 77");
  }

  @Test
  void ofAbsurdlyManyCountiesTheMostIsTold() {
    int cities = ProvinceConfig.Size.citiesOf(Integer.MAX_VALUE);
    ProvinceConfig.Size wrong = new ProvinceConfig.Size(cities, Integer.MAX_VALUE, 1, 1);
    assertThatThrownBy(() -> new ProvinceConfig("37", wrong, 1, folder))
        .hasMessageContaining("counties must be 20 to 1200, got 2147483647");
  }

  private Map<String, Integer> generate(String name, long seed) throws IOException {
    Path out = folder.resolve(name);
    ProvinceJob.run(new ProvinceConfig("37", TINY, seed, out));
    Map<String, Integer> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(out)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(
            out.relativize(file).toString().replace('\\', '/'),
            Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return files;
  }
}

package org.riskcensus.formats.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrsTextTest {

  private static final String CHINA_2000 =
      "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
          + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
          + "UNIT[\"Degree\",0.0174532925199433]]";

  private static String gaussKruger(String name, double easting, double meridian) {
    return "PROJCS[\"%s\",%s,PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",%s],"
            .formatted(name, CHINA_2000, easting)
        + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",%s],"
            .formatted(meridian)
        + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
  }

  @ParameterizedTest
  @CsvSource({
    "CGCS2000_3_Degree_GK_CM_117E, 500000, 117, EPSG:4548",
    "CGCS2000_3_Degree_GK_Zone_39, 39500000, 117, EPSG:4527",
    "CGCS2000_GK_CM_117E, 500000, 117, EPSG:4509",
    "CGCS2000_GK_Zone_20, 20500000, 117, EPSG:4498",
    "unnamed, 500000, 111, EPSG:4546"
  })
  void theNamesOfArcGisLeadToTheRegister(
      String name, double easting, double meridian, String code) {
    assertThat(CrsText.findCode(gaussKruger(name, easting, meridian))).contains(code);
  }

  @ParameterizedTest
  @CsvSource({"local, 500000, 118.2", "local, 600000, 117", "local, 38500000, 117"})
  void aLocalSystemIsNotTakenForARegisteredOne(String name, double easting, double meridian) {
    assertThat(CrsText.findCode(gaussKruger(name, easting, meridian))).isEmpty();
  }

  /** Each system of the four rows on three datums, its text stripped of codes, is found again. */
  @Test
  void everyGaussKrugerSystemOfTheRegisterIsFoundByItsParameters() {
    IntStream rows = IntStream.of(4491, 4555, 2327, 2391, 21413, 21424, 21453, 21464, 2401, 2443);
    int[] limits = rows.toArray();
    for (int i = 0; i < limits.length; i += 2) {
      IntStream.range(limits[i], limits[i + 1])
          .forEach(
              number ->
                  assertThat(CrsText.findCode(withoutCodes(number))).contains("EPSG:" + number));
    }
  }

  @ParameterizedTest
  @CsvSource({"4490", "4326", "4610", "4214", "32650", "32750"})
  void commonSystemsAreFoundByTheirParameters(int number) {
    assertThat(CrsText.findCode(withoutCodes(number))).contains("EPSG:" + number);
  }

  private static String withoutCodes(int number) {
    return Crs.of("EPSG:" + number)
        .wkt()
        .replaceAll(",\\s*AUTHORITY\\[\"EPSG\",\\s*\"[0-9]+\"]", "");
  }

  @Test
  void theCodeInTheTextWins() {
    assertThat(CrsText.findCode(Crs.of("EPSG:28992").wkt())).contains("EPSG:28992");
    assertThat(CrsText.findCode("PROJCRS[\"x\",CS[Cartesian,2],ID[\"EPSG\",4548]]"))
        .contains("EPSG:4548");
  }

  @Test
  void theAnalysisPlaneIsFoundAgain() {
    assertThat(CrsText.findCode(Crs.ANALYSIS_PLANE.wkt())).contains(Crs.ANALYSIS_PLANE.code());
  }

  @ParameterizedTest
  @CsvSource({"''", "'PROJCS[\"broken\"'", "'no system at all'", "'LOCAL_CS[\"grid\"]'"})
  void whatIsNoSystemIsUnknown(String text) {
    assertThat(CrsText.findCode(text)).isEmpty();
  }
}

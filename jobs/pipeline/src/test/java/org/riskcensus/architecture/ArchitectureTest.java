package org.riskcensus.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String CORE = "org.riskcensus.core..";
  private static final String FORMATS = "org.riskcensus.formats..";
  private static final String PIPELINE = "org.riskcensus.pipeline..";

  private static final JavaClasses PROJECT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.riskcensus");

  @Test
  void allModulesAreLookedAt() {
    for (String part : new String[] {"core", "formats", "pipeline"}) {
      assertThat(PROJECT.containPackage("org.riskcensus." + part)).as(part).isTrue();
    }
  }

  @Test
  void coreIsPlainJavaAndGeometry() {
    noClasses()
        .that()
        .resideInAPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            FORMATS,
            PIPELINE,
            "org.apache..",
            "scala..",
            "org.geotools..",
            "org.opengis..",
            "org.slf4j..",
            "java.util.logging..",
            "java.nio.file..",
            "java.sql..",
            "java.net..")
        .check(PROJECT);
  }

  @Test
  void coreOpensNoFiles() {
    noClasses()
        .that()
        .resideInAPackage(CORE)
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile|PrintStream)")
        .check(PROJECT);
  }

  @Test
  void coreHasNoClock() {
    noClasses()
        .that()
        .resideInAPackage(CORE)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(PROJECT);
  }

  @Test
  void nothingAsksForTodaysDate() {
    noClasses()
        .should()
        .callMethodWhere(
            target(name("now"))
                .and(target(owner(JavaClass.Predicates.resideInAPackage("java.time")))))
        .because("the logical date is an argument: a rerun must give the same tables")
        .check(PROJECT);
  }

  @Test
  void formatsKnowNothingOfTheEngine() {
    noClasses()
        .that()
        .resideInAPackage(FORMATS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(PIPELINE, "org.apache.spark..", "org.apache.iceberg..", "scala..")
        .check(PROJECT);
  }

  @Test
  void pipelinePackagesPointDownwards() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("command line")
        .definedBy("..pipeline.cli..")
        .layer("jobs")
        .definedBy("..pipeline.job..")
        .layer("engine")
        .definedBy(
            "..pipeline.spatial..",
            "..pipeline.layer..",
            "..pipeline.lakehouse..",
            "..pipeline.audit..")
        .layer("definitions")
        .definedBy(
            "..pipeline.contract..",
            "..pipeline.config..",
            "..pipeline.method..",
            "..pipeline.words..")
        .layer("foundation")
        .definedBy("..pipeline.yaml..", "..pipeline.progress..")
        .whereLayer("command line")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("jobs")
        .mayOnlyBeAccessedByLayers("command line")
        .whereLayer("engine")
        .mayOnlyBeAccessedByLayers("command line", "jobs")
        .whereLayer("definitions")
        .mayOnlyBeAccessedByLayers("command line", "jobs", "engine")
        .check(PROJECT);
  }

  @Test
  void everyPipelinePackageHasItsLayer() {
    classes()
        .that()
        .resideInAPackage(PIPELINE)
        .should()
        .resideInAnyPackage(
            "org.riskcensus.pipeline",
            "..pipeline.cli..",
            "..pipeline.job..",
            "..pipeline.spatial..",
            "..pipeline.layer..",
            "..pipeline.lakehouse..",
            "..pipeline.audit..",
            "..pipeline.contract..",
            "..pipeline.config..",
            "..pipeline.method..",
            "..pipeline.yaml..",
            "..pipeline.words..",
            "..pipeline.progress..")
        .check(PROJECT);
  }

  @Test
  void jobsMeetOnlyAtTables() {
    slices()
        .matching("org.riskcensus.pipeline.job.(*)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true)
        .check(PROJECT);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.riskcensus.(**)").should().beFreeOfCycles().check(PROJECT);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Utility|Helper|Helpers|Manager|Impl|Common)(\\$.*)?")
        .check(PROJECT);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass type : PROJECT) {
      JavaPackage home = type.getPackage();
      if (!home.isAnnotatedWith(NullMarked.class)) {
        unmarked.add(home.getName());
      }
    }
    assertThat(unmarked).isEmpty();
  }
}

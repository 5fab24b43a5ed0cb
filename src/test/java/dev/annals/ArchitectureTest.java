package dev.annals;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The picture of the architecture, as facts. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.annals");

  @Test
  void theModelKnowsTheJdkAlone() {
    noClasses()
        .that()
        .resideInAPackage("dev.annals.model..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("dev.annals.model..", "java..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("dev.annals.model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..", "java.nio.file..", "java.sql..", "java.net..", "java.time..")
        .check(CLASSES);
  }

  @Test
  void theFourPartsDoNotKnowEachOther() {
    String[] parts = {"extract", "judge", "render", "publish"};
    for (String part : parts) {
      for (String other : parts) {
        if (!part.equals(other)) {
          noClasses()
              .that()
              .resideInAPackage("dev.annals." + part + "..")
              .should()
              .dependOnClassesThat()
              .resideInAPackage("dev.annals." + other + "..")
              .check(CLASSES);
        }
      }
      noClasses()
          .that()
          .resideInAPackage("dev.annals." + part + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.annals.app..", "dev.annals.cli..", "dev.annals.maven..")
          .check(CLASSES);
    }
  }

  @Test
  void librariesStayWhereTheyBelong() {
    confined(
        "dev.annals.extract..",
        "java.sql..",
        "org.flywaydb..",
        "org.schemaspy..",
        "org.eclipse.jgit..",
        "org.postgresql..");
    confined("dev.annals.render..", "freemarker..", "com.vladsch.flexmark..", "org.eclipse.elk..");
    confined("dev.annals.cli..", "picocli..");
    confined("dev.annals.maven..", "org.apache.maven..");
    confined("dev.annals.yaml..", "org.snakeyaml..");
  }

  /** The doors do not know each other, and what is behind them does not know the doors. */
  @Test
  void theDoorsAreThin() {
    for (String door : new String[] {"cli", "maven"}) {
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.annals." + door + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.annals." + door + "..")
          .check(CLASSES);
    }
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.annals", "dev.annals.maven..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("dev.annals.Annals")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("dev.annals.maven..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.annals.extract..", "dev.annals.judge..", "dev.annals.render..")
        .check(CLASSES);
  }

  private static void confined(String home, String... libraries) {
    noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .check(CLASSES);
  }

  @Test
  void nothingThatDecidesOrDrawsLooksAtAClock() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.annals.judge..", "dev.annals.render..", "dev.annals.json..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .check(CLASSES);
  }

  /** Which pages an edit has a part in is known by what they ask SiteIndex. */
  @Test
  void pagesThatAreKeptAskForWhatTheTeamSays() {
    String page = "dev.annals.render.page.";
    for (String told : new String[] {"rationale", "findings"}) {
      noClasses()
          .that()
          .resideInAnyPackage("dev.annals.render.page..", "dev.annals.render.notes..")
          .and()
          .doNotHaveFullyQualifiedName(page + "SiteIndex")
          .and()
          .doNotHaveFullyQualifiedName(page + "CoveragePage")
          .and()
          .doNotHaveFullyQualifiedName(page + "TextPages")
          .and()
          .doNotHaveFullyQualifiedName("dev.annals.render.notes.Reasons")
          .should()
          .callMethod(dev.annals.model.story.Chronicle.class, told)
          .check(CLASSES);
    }
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.annals.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}

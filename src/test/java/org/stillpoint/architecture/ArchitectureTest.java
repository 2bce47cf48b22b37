package org.stillpoint.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rules that keep packages, time, threads and output in place. */
@AnalyzeClasses(packages = "org.stillpoint", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String OURS = "org.stillpoint..";

  @ArchTest
  static void packagesUseOnlyWhatTheTableOfTheDocumentAllows(JavaClasses ours) {
    Map<String, Set<String>> allowed = PackageTable.read().arrows();
    classes()
        .should(useOnly(allowed))
        .because(
            "data flows one way along the signal, so that each stage can be understood, tested and"
                + " replaced without its downstream neighbours (docs/architecture.md)")
        .check(ours);
  }

  private static ArchCondition<JavaClass> useOnly(Map<String, Set<String>> allowed) {
    return new ArchCondition<>("use only the packages that docs/architecture.md allows") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        String here = PackageTable.packageOf(from.getPackageName());
        from.getDirectDependenciesFromSelf().stream()
            .filter(d -> d.getTargetClass().getPackageName().startsWith("org.stillpoint."))
            .filter(
                d -> {
                  String there = PackageTable.packageOf(d.getTargetClass().getPackageName());
                  return !there.equals(here)
                      && !allowed.getOrDefault(here, Set.of()).contains(there);
                })
            .forEach(d -> events.add(SimpleConditionEvent.violated(from, d.getDescription())));
      }
    };
  }

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("org.stillpoint.(*)..")
          .should()
          .beFreeOfCycles()
          .because("two packages that need each other are one package");

  @ArchTest
  static final ArchRule NO_NAME_TWICE =
      classes()
          .should(haveANameOfTheirOwn())
          .because("a reader who meets a name should know which of two things it is");

  private static ArchCondition<JavaClass> haveANameOfTheirOwn() {
    return new ArchCondition<>("have a simple name of their own") {
      private final Map<String, List<String>> byName = new TreeMap<>();

      @Override
      public void check(JavaClass each, ConditionEvents events) {
        if (!each.isAnonymousClass() && !each.getSimpleName().equals("package-info")) {
          byName.computeIfAbsent(each.getSimpleName(), n -> new ArrayList<>()).add(each.getName());
        }
      }

      @Override
      public void finish(ConditionEvents events) {
        byName.forEach(
            (name, all) -> {
              if (all.size() > 1) {
                events.add(SimpleConditionEvent.violated(name, name + " is each of " + all));
              }
            });
      }
    };
  }

  @ArchTest
  static final ArchRule PORTS_ONLY_IN_SERIAL =
      only("com.fazecast..", "org.stillpoint.serial..")
          .because("the traps of serial ports are handled in one place");

  @ArchTest
  static final ArchRule SQL_ONLY_IN_STORE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.stillpoint.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.jdbi..", "org.sqlite..")
          .because("only the store knows how a recording is kept, so that this can change");

  @ArchTest
  static final ArchRule SWING_ONLY_IN_UI =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.stillpoint.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.swing..", "net.miginfocom..", "com.formdev.flatlaf")
          .because("everything but the window works without a display");

  @ArchTest
  static final ArchRule AWT_ONLY_WHERE_IT_IS_DRAWN =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.stillpoint.ui..", "org.stillpoint.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.awt..")
          .because("what computes must not need what draws");

  @ArchTest
  static final ArchRule CHARTS_ONLY_WHERE_THEY_ARE_DRAWN =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.stillpoint.ui..", "org.stillpoint.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.knowm.xchart..")
          .because("what computes must not need what draws");

  @ArchTest
  static final ArchRule PRESENTERS_KNOW_NO_SCREEN =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Presenter")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.swing..", "java.awt..", "org.knowm..", "com.formdev..")
          .because("what the window says is tested without a display");

  @ArchTest
  static final ArchRule CLOCKS_ONLY_IN_APP =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.stillpoint.app..")
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .because("below the application time is data, and a recording replays identically");

  @ArchTest
  static final ArchRule NOBODY_SLEEPS =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class, int.class)
          .because("a thread that sleeps is either too slow or too early; wait for the event");

  @ArchTest
  static final ArchRule NO_STANDARD_STREAMS =
      NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
          "commands print through picocli and everything else goes to the log");

  @ArchTest
  static final ArchRule RECORDS_AND_FINAL_CLASSES =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .doNotHaveSimpleName("package-info")
          .and()
          .doNotHaveSimpleName("LineDecoder")
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because("a class that was not written to be extended must not be");

  private static ArchRule only(String library, String where) {
    return noClasses()
        .that()
        .resideInAPackage(OURS)
        .and()
        .resideOutsideOfPackage(where)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}

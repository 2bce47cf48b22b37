package org.stillpoint.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** The arrows of docs/architecture.md and the rules that keep time, threads and output in place. */
@AnalyzeClasses(packages = "org.stillpoint", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String OURS = "org.stillpoint..";

  private static ArchRule mayUse(String name, String... others) {
    String[] allowed = new String[others.length + 1];
    for (int i = 0; i < others.length; i++) {
      allowed[i] = "org.stillpoint." + others[i] + "..";
    }
    allowed[others.length] = "org.stillpoint." + name + "..";
    return noClasses()
        .that()
        .resideInAPackage("org.stillpoint." + name + "..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are ours but not upstream of " + name,
                c ->
                    c.getPackageName().startsWith("org.stillpoint")
                        && !within(c.getPackageName(), allowed)))
        .because("the arrows go along the signal");
  }

  private static boolean within(String packageName, String[] patterns) {
    for (String pattern : patterns) {
      String root = pattern.substring(0, pattern.length() - 2);
      if (packageName.equals(root) || packageName.startsWith(root + ".")) {
        return true;
      }
    }
    return false;
  }

  @ArchTest static final ArchRule SIGNAL = mayUse("signal");
  @ArchTest static final ArchRule SERIAL = mayUse("serial");
  @ArchTest static final ArchRule DEVICE = mayUse("device", "signal");
  @ArchTest static final ArchRule BEAT = mayUse("beat", "signal");
  @ArchTest static final ArchRule RR = mayUse("rr", "signal");
  @ArchTest static final ArchRule HRV = mayUse("hrv", "signal", "rr");
  @ArchTest static final ArchRule RELAX = mayUse("relax", "signal", "hrv", "rr");
  @ArchTest static final ArchRule PROGRAMME = mayUse("programme");

  @ArchTest static final ArchRule SESSION = mayUse("session", "signal", "relax", "programme");

  @ArchTest static final ArchRule GUIDE = mayUse("guide", "session", "programme");

  @ArchTest static final ArchRule EXCHANGE = mayUse("exchange", "signal", "rr");

  @ArchTest static final ArchRule PARTICIPANT = mayUse("participant", "signal", "device");

  @ArchTest
  static final ArchRule MONITOR =
      mayUse(
          "monitor",
          "signal",
          "serial",
          "device",
          "beat",
          "rr",
          "hrv",
          "relax",
          "programme",
          "session");

  @ArchTest
  static final ArchRule TRIAL =
      mayUse(
          "trial",
          "participant",
          "monitor",
          "signal",
          "serial",
          "device",
          "rr",
          "hrv",
          "relax",
          "programme",
          "session");

  @ArchTest
  static final ArchRule STORE =
      mayUse(
          "store",
          "monitor",
          "signal",
          "serial",
          "device",
          "rr",
          "hrv",
          "relax",
          "programme",
          "session");

  @ArchTest
  static final ArchRule REPORT =
      mayUse(
          "report",
          "store",
          "monitor",
          "device",
          "signal",
          "rr",
          "hrv",
          "relax",
          "programme",
          "session");

  @ArchTest
  static final ArchRule UI =
      mayUse(
          "ui",
          "report",
          "store",
          "monitor",
          "serial",
          "signal",
          "rr",
          "hrv",
          "relax",
          "programme",
          "session",
          "guide");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("org.stillpoint.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule PORTS_ONLY_IN_SERIAL = only("com.fazecast..", "org.stillpoint.serial..");

  @ArchTest
  static final ArchRule SQL_ONLY_IN_STORE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.stillpoint.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.jdbi..", "org.sqlite..");

  @ArchTest
  static final ArchRule SWING_ONLY_IN_UI =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.stillpoint.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.swing..", "net.miginfocom..", "com.formdev.flatlaf")
          .because("without a display everything but the window works");

  @ArchTest
  static final ArchRule AWT_ONLY_WHERE_IT_IS_DRAWN =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.stillpoint.ui..", "org.stillpoint.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.awt..");

  @ArchTest
  static final ArchRule CHARTS_ONLY_WHERE_THEY_ARE_DRAWN =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.stillpoint.ui..", "org.stillpoint.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.knowm.xchart..");

  @ArchTest
  static final ArchRule PRESENTERS_KNOW_NO_SCREEN =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Presenter")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.swing..", "java.awt..", "org.knowm..", "com.formdev..");

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
          .callMethod(Clock.class, "systemDefaultZone");

  @ArchTest
  static final ArchRule NOBODY_SLEEPS =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class, int.class);

  @ArchTest static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

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
          .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);

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

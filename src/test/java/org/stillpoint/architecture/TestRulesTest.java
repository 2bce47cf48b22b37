package org.stillpoint.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;

/** Rules that hold for tests too. */
@AnalyzeClasses(packages = "org.stillpoint")
class TestRulesTest {

  @ArchTest
  static final ArchRule NO_TEST_SLEEPS =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .because("a test that sleeps is slow when it passes and wrong when it fails");

  @ArchTest
  static final ArchRule NO_TEST_KNOWS_TODAY =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.stillpoint.app..")
          .should()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(Instant.class, "now");
}

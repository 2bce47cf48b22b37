package org.stillpoint.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.stillpoint.monitor.Monitor;

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

  /** FakeVoice plays a program that hangs. */
  @ArchTest
  static final ArchRule NO_TEST_WAITS_WITHOUT_LIMIT =
      noClasses()
          .that(describe("are tests", TestRulesTest::isTest))
          .and()
          .doNotHaveSimpleName("FakeVoice")
          .should()
          .callMethod(CountDownLatch.class, "await")
          .orShould()
          .callMethod(Thread.class, "join")
          .orShould()
          .callMethod(Thread.class, "onSpinWait")
          .orShould()
          .callMethod(Future.class, "get")
          .orShould()
          .callMethod(Process.class, "waitFor")
          .orShould()
          .callMethod(BlockingQueue.class, "take")
          .orShould()
          .callMethod(Monitor.class, "await")
          .because("a test that waits for what never comes must fail, with a line of its own");

  private static boolean isTest(JavaClass each) {
    return each.getSource()
        .map(source -> Location.of(source.getUri()))
        .filter(ImportOption.Predefined.ONLY_INCLUDE_TESTS::includes)
        .isPresent();
  }
}

package org.stillpoint.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.stillpoint.monitor.Monitor;

/** A rule for tests alone. */
@AnalyzeClasses(packages = "org.stillpoint", importOptions = ImportOption.OnlyIncludeTests.class)
class TestWaitsTest {

  @ArchTest
  static final ArchRule NO_TEST_WAITS_WITHOUT_LIMIT =
      noClasses()
          .that()
          .doNotHaveSimpleName("FakeVoice") // plays a program that hangs
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
}

package org.stillpoint.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The program opens no network connection, as the README says. */
@AnalyzeClasses(packages = "org.stillpoint", importOptions = ImportOption.DoNotIncludeTests.class)
class NoNetworkTest {

  @ArchTest
  static final ArchRule NO_CONNECTION_IS_OPENED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.net\\.(.*Socket.*|.*URLConnection|URL|http\\..*)"
                  + "|java\\.nio\\.channels\\..*(Socket|Datagram).*"
                  + "|javax\\.net\\..*")
          .because("the README promises that recordings stay on the computer");
}

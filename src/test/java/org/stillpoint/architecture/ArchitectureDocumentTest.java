package org.stillpoint.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The picture and the table of docs/architecture.md show the packages that there are. */
class ArchitectureDocumentTest {
  private final PackageTable table = PackageTable.read();

  @Test
  void theTableHasARowForEveryPackage() {
    assertThat(table.arrows().keySet()).isEqualTo(PackageTable.packagesOfTheSources());
  }

  @Test
  void thePictureShowsEveryPackage() {
    assertThat(table.picture()).isNotEmpty();
    assertThat(PackageTable.packagesOfTheSources())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(table.picture()).containsPattern("\\b" + name + "\\b"));
  }

  @Test
  void theTableNamesNoPackageThatIsNotThere() {
    assertThat(table.arrows().values())
        .isNotEmpty()
        .allSatisfy(used -> assertThat(PackageTable.packagesOfTheSources()).containsAll(used));
  }
}

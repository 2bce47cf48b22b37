package org.stillpoint.rr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowQualityTest {

  @Test
  void itsLimitsAreThoseThatAreTold() {
    assertThat(new WindowQuality(0.90, 0, 0).live()).isTrue();
    assertThat(new WindowQuality(0.899, 0, 0).live()).isFalse();
    assertThat(new WindowQuality(0.80, 0, 0).shown()).isTrue();
    assertThat(new WindowQuality(0.799, 0, 0).shown()).isFalse();
    assertThat(new WindowQuality(1, 0, 10).live()).isTrue();
    assertThat(new WindowQuality(1, 0, 10.1).live()).isFalse();
    assertThat(new WindowQuality(1, 0, 10).shown()).isTrue();
    assertThat(new WindowQuality(1, 0, 10.1).shown()).isFalse();
  }

  @Test
  void artefactsCountAsMuchAsMissingSignal() {
    assertThat(new WindowQuality(0.9, 0.1, 0).q()).isEqualTo(0.81);
  }

  @Test
  void anIrregularRhythmIsNeitherLiveNorShown() {
    assertThat(new WindowQuality(1, 0, 0, 0.38).irregular()).isTrue();
    assertThat(new WindowQuality(1, 0, 0, 0.38).live()).isFalse();
    assertThat(new WindowQuality(1, 0, 0, 0.38).shown()).isFalse();
    assertThat(new WindowQuality(1, 0, 0, 0.37).shown()).isTrue();
    assertThat(new WindowQuality(1, 0, 0, 0.37).live()).isTrue();
  }
}

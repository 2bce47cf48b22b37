package org.stillpoint.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.beat.BeatScore;
import org.stillpoint.testkit.ReferenceData.Reference;
import org.stillpoint.testkit.ReferenceData.Span;

class ReferenceDataTest {

  @Test
  void excludedStretchesAreNotScored() {
    Reference reference = new Reference(List.of(1.0, 2.0, 3.0, 4.0), List.of(new Span(1.5, 2.5)));

    BeatScore score = reference.score(List.of(1.0, 2.2, 3.0, 4.0));

    assertThat(score.reference()).isEqualTo(3);
    assertThat(score.detected()).isEqualTo(3);
    assertThat(score.f1()).isEqualTo(100);
  }
}

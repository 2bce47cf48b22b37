package org.stillpoint.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stillpoint.participant.Family;
import org.stillpoint.programme.Script;
import org.stillpoint.testkit.Scripts;

@Tag("slow")
class TrialTest {
  private static final Script SCRIPT = Scripts.backPain(10);

  @Test
  void anyNumberOfCoresGivesTheSame() throws InterruptedException {
    List<Double> progress = new ArrayList<>();
    TrialResult one = new Trial(SCRIPT, 2).run(1, progress::add);
    TrialResult three = new Trial(SCRIPT, 2).run(3, share -> {});
    for (Family family : Family.values()) {
      for (Arm arm : Arm.values()) {
        assertThat(one.of(family, arm))
            .as("%s %s", family, arm)
            .hasSize(2)
            .isEqualTo(three.of(family, arm));
      }
    }
    // For each of the seven families in three arms: the beginning and two sessions.
    assertThat(progress).hasSize(63).isSortedAccordingTo(Comparator.naturalOrder()).endsWith(1.0);
    assertThat(one.boundsBroken()).isZero();
    assertThat(one.maxEndErrorSeconds()).isLessThan(15);
  }

  @Test
  void onePersonHasNobodyToBeYokedTo() {
    assertThatThrownBy(() -> new Trial(SCRIPT, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theWaveLeadsToNearlyTheSameDecisionsAsTheIntervals() throws InterruptedException {
    Map<Family, ByteCheck.Agreement> found = ByteCheck.run(SCRIPT, 1, 2);
    assertThat(found).hasSize(Family.values().length);
    int looks = found.values().stream().mapToInt(ByteCheck.Agreement::looks).sum();
    int alike = found.values().stream().mapToInt(ByteCheck.Agreement::alike).sum();
    assertThat(looks).isGreaterThan(40);
    assertThat((double) alike / looks).isGreaterThan(0.9);
    assertThat(found.values()).isNotEmpty().allMatch(a -> a.boundsBroken() == 0);
  }

  @Test
  void everybodyIsYokedToEveryOtherFamilyInTurnAndNeverToTheirOwn() {
    for (Family family : Family.values()) {
      Set<Family> others = EnumSet.noneOf(Family.class);
      for (int seed = 1; seed <= 6; seed++) {
        others.add(Trial.other(family, seed));
      }
      assertThat(others).hasSize(6).doesNotContain(family);
    }
  }
}

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

  private static final List<Family> FEW =
      List.of(Family.RESPONDER, Family.NULL, Family.BAD_CONTACT, Family.BREATH_PACES, Family.FLARE);

  @Test
  void anyNumberOfCoresGivesTheSame() throws InterruptedException {
    List<Double> progress = new ArrayList<>();
    TrialResult one = new Trial(SCRIPT, 2, FEW).run(1, progress::add);
    TrialResult three = new Trial(SCRIPT, 2, FEW).run(3, share -> {});
    assertThat(one.families()).containsExactlyInAnyOrderElementsOf(FEW);
    for (Family family : FEW) {
      for (Arm arm : Arm.values()) {
        boolean runs = arm == Arm.ADAPTIVE || Trial.COMPARED.contains(family);
        assertThat(one.of(family, arm))
            .as("%s %s", family, arm)
            .hasSize(runs ? 2 : 0)
            .isEqualTo(three.of(family, arm));
      }
    }
    // Five families, three of them in two more arms: each time the beginning and two sessions.
    assertThat(progress).hasSize(33).isSortedAccordingTo(Comparator.naturalOrder()).endsWith(1.0);
    assertThat(one.boundsBroken()).isZero();
    assertThat(one.maxEndErrorSeconds()).isLessThan(15);
  }

  @Test
  void aTwinTakesPartUnasked() throws InterruptedException {
    TrialResult result = new Trial(SCRIPT, 2, List.of(Family.WEAK_RSA_SLOWER)).run(2, share -> {});
    assertThat(result.families()).containsExactly(Family.WEAK_RSA, Family.WEAK_RSA_SLOWER);
    assertThat(result.twinDifferences(Family.WEAK_RSA_SLOWER, Arm.ADAPTIVE)).hasSize(2);
    assertThat(result.of(Family.WEAK_RSA, Arm.FIXED)).isEmpty();
  }

  @Test
  void onePersonHasNobodyToBeYokedTo() {
    assertThatThrownBy(() -> new Trial(SCRIPT, 1, FEW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theWaveLeadsToNearlyTheSameDecisionsAsTheIntervals() throws InterruptedException {
    Map<Family, ByteCheck.Agreement> found = ByteCheck.run(SCRIPT, Trial.COMPARED, 1, 2);
    assertThat(found).hasSize(Trial.COMPARED.size());
    int looks = found.values().stream().mapToInt(ByteCheck.Agreement::looks).sum();
    int alike = found.values().stream().mapToInt(ByteCheck.Agreement::alike).sum();
    assertThat(looks).isGreaterThan(40);
    assertThat((double) alike / looks).isGreaterThan(0.9);
    assertThat(found.values()).isNotEmpty().allMatch(a -> a.boundsBroken() == 0);
  }

  @Test
  void everybodyIsYokedToEveryOtherFamilyInTurnAndNeverToTheirOwn() {
    List<Family> compared = List.copyOf(Trial.COMPARED);
    for (Family family : compared) {
      Set<Family> others = EnumSet.noneOf(Family.class);
      for (int seed = 1; seed < compared.size(); seed++) {
        others.add(Trial.other(compared, family, seed));
      }
      assertThat(others).hasSize(compared.size() - 1).doesNotContain(family);
    }
  }
}

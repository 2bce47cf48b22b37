package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.session.Breath;
import org.stillpoint.session.BreathPacer;
import org.stillpoint.session.PacerSettings;

class BreathMotionTest {
  private static final double FRAME = 0.033;

  private final BreathMotion motion = new BreathMotion();
  private final Snapshots with = new Snapshots();

  private void snapshot(double seconds, Breath breath, double frameSeconds) {
    with.pacing = true;
    with.breath = breath;
    with.elapsed = seconds;
    motion.follow(with.make(), frameSeconds);
  }

  @Test
  void withoutAPacerThereIsNothing() {
    motion.follow(with.make(), 5);
    assertThat(motion.leads()).isFalse();
    assertThat(motion.frame(5.1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void followsTheBreathThoughSnapshotsComeLateAndUnevenly(long seed) {
    Random random = new Random(seed);
    BreathPacer pacer = new BreathPacer(PacerSettings.USUAL, 100, 14, false);
    Breath breath = pacer.next(100).orElseThrow();
    double nextSnapshot = 0;
    double before = 0;
    for (double frame = 0; frame < 300; frame += FRAME) {
      double session = 100 + frame;
      while (session >= breath.seconds() + breath.lengthSeconds()) {
        breath = pacer.next(session).orElseThrow();
      }
      if (frame > 150 && !pacer.eased()) {
        pacer.tooSlow(session); // makes the pace jump
      }
      if (frame >= nextSnapshot) {
        snapshot(session - 0.06 * random.nextDouble(), breath, frame);
        nextSnapshot = frame + 0.02 + 0.08 * random.nextDouble();
      }
      double fullness = motion.frame(frame);
      assertThat(Math.abs(fullness - before)).isLessThanOrEqualTo(0.06);
      if (frame > 1) {
        assertThat(fullness).isCloseTo(breath.fullness(session), within(0.12));
      }
      before = fullness;
    }
  }

  @Test
  void growsWithoutTurningBackWhileItLeadsIn() {
    Breath breath = new Breath(200, 4, 6);
    List<Double> grown = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      double frame = i * FRAME;
      if (i % 3 == 0) {
        snapshot(200 + frame - (i % 2 == 0 ? 0.05 : 0), breath, frame);
      }
      grown.add(motion.frame(frame));
      assertThat(motion.in(frame)).isTrue();
    }
    assertThat(grown).isSorted();
    assertThat(grown.get(119)).isGreaterThan(0.97);
  }

  @Test
  void goesOnByItselfAndEndsTheBreathWhenNothingComes() {
    snapshot(200, new Breath(200, 4, 6), 0);
    double before = motion.frame(0);
    for (double frame = FRAME; frame < 20; frame += FRAME) {
      double fullness = motion.frame(frame);
      assertThat(Math.abs(fullness - before)).isLessThan(0.06);
      before = fullness;
    }
    assertThat(before).isZero();
  }

  @Test
  void standsStillWhilePausedAndGoesOnFromThere() {
    Breath breath = new Breath(200, 4, 6);
    double frame = 0;
    for (; frame < 2; frame += FRAME) {
      snapshot(200 + frame, breath, frame);
      motion.frame(frame);
    }
    with.phase = Snapshot.Phase.PAUSED;
    snapshot(202, breath, frame);
    double paused = motion.frame(frame);
    for (; frame < 9; frame += FRAME) {
      snapshot(202, breath, frame);
      assertThat(motion.frame(frame)).isCloseTo(paused, within(0.03));
    }
    with.phase = Snapshot.Phase.SESSION;
    snapshot(202, breath, frame);
    double resumed = motion.frame(frame);
    snapshot(202 + FRAME, breath, frame + FRAME);
    assertThat(motion.frame(frame + FRAME)).isCloseTo(resumed, within(0.03));
  }

  @Test
  void aSnapshotFromFarAwayMovesItNoFasterThanAQuickBreath() {
    snapshot(200, new Breath(200, 4, 6), 0);
    motion.frame(0);
    snapshot(204, new Breath(200, 4, 6), FRAME);
    assertThat(motion.frame(FRAME)).isBetween(0.01, 0.06);
  }
}

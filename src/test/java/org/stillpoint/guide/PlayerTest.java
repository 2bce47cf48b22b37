package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The player on sound cards that work, are missing, are lost or hang. */
class PlayerTest {
  private static final long LIMIT_MILLIS = 60_000;
  private static final Sound BEEP =
      Sound.of(SoundPart.BELL, Waves.sine(500, 0.5, Sound.RATE_HZ, 0.5));

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong clock = new AtomicLong();
  private final Card card = new Card();

  /** A sound card that accepts sound as fast as it is written. */
  private static final class Card {
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong loudest = new AtomicLong();
    private IntUnaryOperator write = count -> count;

    SourceDataLine line() {
      return (SourceDataLine)
          Proxy.newProxyInstance(
              Card.class.getClassLoader(),
              new Class<?>[] {SourceDataLine.class},
              (proxy, method, arguments) -> call(method.getName(), arguments));
    }

    private @Nullable Object call(String name, Object @Nullable [] arguments) {
      if (name.equals("write") && arguments != null) {
        byte[] piece = (byte[]) arguments[0];
        for (int i = 1; i < piece.length; i += 2) {
          loudest.accumulateAndGet(Math.abs(piece[i]), Math::max);
        }
        bytes.addAndGet(piece.length);
        return write.applyAsInt(piece.length);
      }
      calls.add(name);
      return null;
    }
  }

  private Player player() throws IOException {
    return Player.open(card::line, Volumes.MEANT, clock::get, told::add);
  }

  @Test
  void playsToTheEndThenClosesTheCardAndEndsItsThread() throws Exception {
    Player player = player();
    player.play(0, BEEP, 0);
    player.finish();

    assertThat(card.calls).containsExactly("open", "start", "drain", "close");
    assertThat(card.loudest.get()).isBetween(60L, 64L); // half of full scale
    assertThat(card.bytes.get()).isGreaterThanOrEqualTo(4L * BEEP.length());
    assertThat(player.ends(LIMIT_MILLIS)).isTrue();
    assertThat(player.open()).isFalse();
    assertThat(told).isEmpty();
  }

  @Test
  void aMutedPlayerGivesTheCardSilence() throws IOException {
    Player player = Player.open(card::line, Volumes.MEANT.muted(true), clock::get, told::add);
    player.play(0, BEEP, 0);
    player.finish();

    assertThat(card.bytes.get()).isPositive();
    assertThat(card.loudest.get()).isZero();
  }

  @Test
  void noSoundCardIsOneSentence() {
    Exception[] ways = {
      new IllegalArgumentException("No line matching interface SourceDataLine"),
      new LineUnavailableException("in use"),
      new SecurityException("not allowed")
    };
    for (Exception way : ways) {
      assertThatThrownBy(
              () ->
                  Player.open(
                      () -> {
                        throw way;
                      },
                      Volumes.MEANT,
                      clock::get,
                      told::add))
          .isInstanceOf(IOException.class)
          .hasMessage("No sound output can be used: the guidance is shown as text on the screen.");
    }
  }

  @Test
  void aCardThatGoesAwayIsToldOnceAndAllGoesOn() throws IOException {
    card.write = count -> card.bytes.get() > 20_000 ? 0 : count;
    Player player = player();
    player.play(0, BEEP, 0);
    player.finish();
    player.play(0, BEEP, 0);
    player.cut(0);
    player.volumes(Volumes.MEANT);

    assertThat(told)
        .containsExactly(
            "The sound output was lost: the session continues in silence, with text on the"
                + " screen.");
    assertThat(player.open()).isFalse();
    assertThat(card.calls).endsWith("close");
  }

  @Test
  void aDriverThatThrowsIsACardThatWentAway() throws Exception {
    card.write =
        count -> {
          throw new IllegalStateException("line closed");
        };
    Player player = player();
    player.play(0, BEEP, 0);
    player.finish();

    assertThat(told).hasSize(1);
    assertThat(player.ends(LIMIT_MILLIS)).isTrue();
  }

  @Test
  void aCardThatHangsIsNoticedByWhoeverPlaysNextAndHoldsNobodyUp() throws Exception {
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    card.write =
        count -> {
          hanging.countDown();
          try {
            assertThat(released.await(60, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return count;
        };
    Player player = player();
    assertThat(hanging.await(60, TimeUnit.SECONDS)).isTrue();
    player.play(0, BEEP, 0);
    clock.set(2_000_000_000L);
    player.play(0, BEEP, 0);
    assertThat(told).isEmpty();
    clock.set(4_000_000_000L);
    player.play(0, BEEP, 0);

    assertThat(told).hasSize(1);
    assertThat(player.open()).isFalse();
    player.finish(); // returns although the card still hangs
    assertThat(player.ends(1)).isFalse();
    released.countDown();
  }

  @Test
  void aComputerThatSleptIsNoCardThatHangs() throws Exception {
    Semaphore written = new Semaphore(0);
    card.write =
        count -> {
          written.release(count);
          return count;
        };
    Player player = player();
    for (int i = 1; i < 5; i++) {
      written.drainPermits();
      assertThat(written.tryAcquire(10_000, 60, TimeUnit.SECONDS)).isTrue();
      clock.addAndGet(3_600_000_000_000L);
      player.play(0, BEEP, 0);
    }
    player.finish();

    assertThat(told).isEmpty();
  }
}

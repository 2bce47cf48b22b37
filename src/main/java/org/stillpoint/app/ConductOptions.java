package org.stillpoint.app;

import java.io.IOException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stillpoint.programme.Pacer;
import org.stillpoint.session.Pacing;
import org.stillpoint.session.Posture;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.session.WhenDrowsy;
import org.stillpoint.store.PastSessions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options on how a session is conducted; what is not given is as the settings have it. */
final class ConductOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--posture",
      paramLabel = "P",
      description = "How you lie or sit: lying or sitting. Default: lying, or as set before.")
  private @Nullable Posture posture;

  @Option(
      names = "--pacing",
      paramLabel = "P",
      description =
          "adaptive or fixed: follow the person, or play the script as written and record"
              + " what would have been done.")
  private @Nullable Pacing pacing;

  @Option(
      names = "--when-drowsy",
      paramLabel = "W",
      description =
          "call, drift or bedtime: a gentle call (at most two), let me drift, or nothing is said"
              + " any more and nobody is called back.")
  private @Nullable WhenDrowsy whenDrowsy;

  @Option(
      names = "--pacer",
      negatable = true,
      description = "The breath pacer leads in the guided parts of any programme.")
  private @Nullable Boolean pacer;

  @Option(
      names = "--pacer-rate",
      paramLabel = "N",
      description =
          "What the pacer leads to, 4.5 to 6.5 breaths a minute. Default: your measured resonance"
              + " rate, else 6.")
  private @Nullable Double rate;

  @Option(
      names = "--inhale-share",
      paramLabel = "S",
      description = "Share of a paced breath that is breathing in, 0.3 to 0.5. Default: 0.4.")
  private @Nullable Double inhaleShare;

  /**
   * What was chosen, or else set before; the pacer's target is the person's resonance rate where
   * nothing else is said.
   */
  SessionOptions options(Settings settings, PastSessions past) throws IOException {
    SessionOptions set = settings.conduct();
    require(rate, Pacer.SLOWEST, Pacer.FASTEST, "--pacer-rate is 4.5 to 6.5 breaths a minute");
    require(inhaleShare, 0.3, 0.5, "--inhale-share is 0.3 to 0.5");
    OptionalDouble target = rate == null ? set.targetPerMinute() : OptionalDouble.of(rate);
    return new SessionOptions(
        posture == null ? set.posture() : posture,
        pacing == null ? set.pacing() : pacing,
        whenDrowsy == null ? set.whenDrowsy() : whenDrowsy,
        pacer == null ? set.pacer() : pacer,
        target.isPresent() ? target : past.resonancePerMinute(),
        inhaleShare == null ? set.inhaleShare() : inhaleShare);
  }

  private void require(@Nullable Double value, double least, double most, String otherwise) {
    if (value != null && !(value >= least && value <= most)) {
      throw Output.wrongUsage(command, otherwise + ", not " + value);
    }
  }
}

package org.stillpoint.app;

import java.io.IOException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stillpoint.programme.Pacer;
import org.stillpoint.programme.Posture;
import org.stillpoint.programme.Programme;
import org.stillpoint.session.Pacing;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.session.WhenDrowsy;
import org.stillpoint.signal.EnumWords;
import org.stillpoint.store.PastSessions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options on how a session is conducted. Whatever is not given is taken from the settings. */
final class ConductOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--posture",
      paramLabel = "P",
      description =
          "Your posture: lying, side or sitting. Lines that do not suit it are not said. Default:"
              + " as set in the window, at first lying.")
  private @Nullable Posture posture;

  @Option(
      names = "--pacing",
      paramLabel = "P",
      description =
          "adaptive or fixed: adapt the script to you, or play it as written and only record what"
              + " would have been adapted. Default: as set in the window, at first adaptive.")
  private @Nullable Pacing pacing;

  @Option(
      names = "--when-drowsy",
      paramLabel = "W",
      description =
          "What to do when you doze: call (a gentle call, at most twice), drift (nothing), or"
              + " bedtime (say nothing more and do not wake you at the end). Default: as set in the"
              + " window, at first call.")
  private @Nullable WhenDrowsy whenDrowsy;

  @Option(
      names = "--pacer",
      negatable = true,
      description = "Use the breath pacer in the guided parts of any programme, or do not.")
  private @Nullable Boolean pacer;

  @Option(
      names = "--pacer-rate",
      paramLabel = "N",
      description =
          "Rate that the pacer leads to, 4.5 to 6.5 breaths a minute. Default: as set in the"
              + " window, at first your measured resonance rate, or 6 if it was never measured.")
  private @Nullable Double rate;

  @Option(
      names = "--inhale-share",
      paramLabel = "S",
      description =
          "Share of a paced breath spent breathing in, 0.3 to 0.5. Default: as set in the window,"
              + " at first 0.4.")
  private @Nullable Double inhaleShare;

  /**
   * What was chosen, otherwise what the settings say. If neither names a target for the pacer, the
   * target is the person's measured resonance rate, if there is one.
   *
   * @param programme a posture of the settings that it is not written for is replaced
   * @throws IOException with one sentence when the earlier sessions cannot be read
   * @throws picocli.CommandLine.ParameterException if a number is out of range, or the programme is
   *     not written for the posture
   */
  SessionOptions options(Settings settings, PastSessions past, Programme programme)
      throws IOException {
    SessionOptions set = settings.conduct();
    require(rate, Pacer.SLOWEST, Pacer.FASTEST, "--pacer-rate must be 4.5 to 6.5 breaths a minute");
    require(inhaleShare, 0.3, 0.5, "--inhale-share must be 0.3 to 0.5");
    requireOffered(programme);
    SessionOptions wanted =
        new SessionOptions(
            posture == null ? set.posture() : posture,
            pacing == null ? set.pacing() : pacing,
            whenDrowsy == null ? set.whenDrowsy() : whenDrowsy,
            pacer == null ? set.pacer() : pacer,
            rate == null ? set.targetPerMinute() : OptionalDouble.of(rate),
            inhaleShare == null ? set.inhaleShare() : inhaleShare);
    return fitted(past, wanted, programme);
  }

  /**
   * If no target is set for the pacer, it is the person's resonance rate, if it was measured. A
   * posture that the programme is not written for is replaced.
   */
  static SessionOptions fitted(PastSessions past, SessionOptions wanted, Programme programme)
      throws IOException {
    SessionOptions options = wanted.with(programme.nearest(wanted.posture()));
    return options.targetPerMinute().isPresent()
        ? options
        : options.withTarget(past.resonancePerMinute());
  }

  /** Only a posture of the settings is replaced in silence. */
  private void requireOffered(Programme programme) {
    if (posture != null && !programme.postures().contains(posture)) {
      throw Output.wrongUsage(
          command,
          "the programme "
              + programme.id()
              + " is not written for the posture "
              + EnumWords.word(posture)
              + "; leave out --posture");
    }
  }

  private void require(@Nullable Double value, double least, double most, String otherwise) {
    if (value != null && !(value >= least && value <= most)) {
      throw Output.wrongUsage(command, otherwise + ", not " + value);
    }
  }
}

package org.stillpoint.app;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stillpoint.guide.Volumes;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of what is heard; what is not given is as the settings say. */
final class VoiceOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--voice",
      paramLabel = "none|NAME|DIR",
      description = {
        "Who speaks: nobody, a speech program (command, pico2wave, flite, espeak-ng, say, sapi;",
        "espeak-ng:en-us for one of its voices), or a folder of recordings. Default: the best",
        "there is."
      })
  private @Nullable String voice;

  @Option(names = "--volume-voice", paramLabel = "N", description = "0 to 100.")
  private @Nullable Integer voiceVolume;

  @Option(names = "--volume-bell", paramLabel = "N", description = "0 to 100.")
  private @Nullable Integer bellVolume;

  @Option(names = "--volume-tones", paramLabel = "N", description = "0 to 100.")
  private @Nullable Integer tonesVolume;

  @Option(
      names = "--sound",
      paramLabel = "FILE",
      description = "Render what is heard into a WAV file, at any speed and without a sound card.")
  private @Nullable Path sound;

  /** Who is to speak. */
  String voice(Settings settings) {
    return voice == null ? settings.voice() : voice;
  }

  /** How loud; a volume that is asked for is heard. */
  Volumes volumes(Settings settings) {
    Volumes kept = settings.volumes();
    boolean asked = voiceVolume != null || bellVolume != null || tonesVolume != null;
    try {
      return new Volumes(
          voiceVolume == null ? kept.voice() : voiceVolume,
          bellVolume == null ? kept.bell() : bellVolume,
          tonesVolume == null ? kept.tones() : tonesVolume,
          kept.muted() && !asked);
    } catch (IllegalArgumentException e) {
      throw Output.wrongUsage(command, String.valueOf(e.getMessage()));
    }
  }

  /** The file to render into. */
  Optional<Path> file() {
    return Optional.ofNullable(sound);
  }
}

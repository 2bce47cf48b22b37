package org.stillpoint.guide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Renders sounds into a WAV file at the times of the recording. It needs no sound card and no
 * clock.
 */
public final class SoundFile implements SoundOut {
  private static final int PIECE = 8_192;

  private final Path file;
  private final Mixer mixer;
  private final WavWriter writer;
  private final Consumer<String> trouble;
  private final float[] piece = new float[PIECE];
  private boolean open = true;

  /**
   * Creates the file.
   *
   * @param trouble receives one sentence, once, when the file cannot be written any further
   * @throws IOException if the file cannot be created
   */
  public SoundFile(Path file, Volumes volumes, Consumer<String> trouble) throws IOException {
    this.file = file;
    this.mixer = new Mixer(volumes);
    this.writer = new WavWriter(file);
    this.trouble = trouble;
  }

  @Override
  public void play(long timeNanos, Sound sound, double gainDecibels) {
    renderTo(timeNanos);
    mixer.play(sound, gainDecibels);
  }

  @Override
  public void cut(long timeNanos) {
    renderTo(timeNanos);
    mixer.cut();
  }

  @Override
  public void volumes(Volumes volumes) {
    mixer.volumes(volumes);
  }

  @Override
  public boolean open() {
    return open;
  }

  private void renderTo(long timeNanos) {
    long frames = Math.round(timeNanos / 1e9 * Sound.RATE_HZ);
    while (open && mixer.now() < frames) {
      write((int) Math.min(PIECE, frames - mixer.now()));
    }
  }

  private void write(int count) {
    mixer.render(piece, count);
    try {
      writer.write(piece, count);
    } catch (IOException e) {
      open = false;
      trouble.accept(
          "The sound file " + file + " cannot be written any further: " + e.getMessage());
    }
  }

  @Override
  public void finish() {
    while (open && !mixer.idle()) {
      write(PIECE);
    }
    open = false;
    try {
      writer.close();
    } catch (IOException e) {
      trouble.accept("The sound file " + file + " may be incomplete: " + e.getMessage());
    }
  }
}

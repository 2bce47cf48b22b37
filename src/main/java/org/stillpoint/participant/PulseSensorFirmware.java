package org.stillpoint.participant;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/**
 * The maker's PulseSensor sketch on a virtual board: text without a clock or checksum, at 48.75 to
 * 49.5 lines a second. It finds its heart rate and interval with a plain threshold, as the original
 * does.
 */
final class PulseSensorFirmware implements VirtualFirmware {
  private static final int THRESHOLD = 550;
  private static final double REFRACTORY_SECONDS = 0.25;
  private static final double SILENCE_SECONDS = 2.5;
  private static final double SMOOTHING = 0.2;

  private final VirtualPerson person;
  private final boolean plotter;
  private final double period;
  private long line;
  private boolean above;
  private boolean beatNow;
  private double lastBeat = Double.NaN;
  private double ibiMillis = 750;
  private double bpm;

  PulseSensorFirmware(VirtualPerson person, Random random, boolean plotter) {
    this.person = person;
    this.plotter = plotter;
    this.period = 1 / (48.75 + 0.75 * random.nextDouble());
  }

  @Override
  public Message next() {
    line++;
    double seconds = line * period;
    int signal = person.sample(seconds);
    watch(seconds, signal);
    String text =
        plotter
            ? String.format(Locale.ROOT, "%.0f,%.0f,%d\r\n", bpm, ibiMillis, signal)
            : "S" + signal + "\r\n" + (beatNow ? beatLines() : "");
    return new Message(Math.round(seconds * 1e9), text.getBytes(StandardCharsets.US_ASCII));
  }

  private String beatLines() {
    return String.format(Locale.ROOT, "B%.0f\r\nQ%.0f\r\n", bpm, ibiMillis);
  }

  private void watch(double seconds, int signal) {
    beatNow = false;
    boolean ready = !(seconds - lastBeat < REFRACTORY_SECONDS);
    if (signal > THRESHOLD && !above && ready) {
      above = true;
      if (!Double.isNaN(lastBeat)) {
        ibiMillis = (seconds - lastBeat) * 1000;
        double rate = 60_000 / ibiMillis;
        bpm = bpm == 0 ? rate : bpm + SMOOTHING * (rate - bpm);
        beatNow = true;
      }
      lastBeat = seconds;
    } else if (signal < THRESHOLD) {
      above = false;
    }
    if (seconds - lastBeat > SILENCE_SECONDS) {
      bpm = 0;
      ibiMillis = 600;
      lastBeat = Double.NaN;
    }
  }
}

package org.stillpoint.device;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.SensorKind;

/**
 * Reads a Bluetooth heart rate strap through a BLED112, or another dongle with BGAPI in the central
 * role on a serial port. Its output depends only on the received bytes; {@link Bled112Dialogue}
 * sends the commands.
 *
 * <p>A message holds the intervals of all beats since the previous message, so the beats need no
 * clock, only their order. The first message after a silence only marks where a run of beats
 * begins: the beats that its intervals start from were not seen. Intervals that a strap sends while
 * it reports no skin contact do not come from a heart and are left out.
 */
final class Bled112Decoder implements FrameDecoder {
  /** An interval outside these limits is an error of the strap: 300 to 6 beats a minute. */
  private static final double SHORTEST_MILLIS = 200;

  private static final double LONGEST_MILLIS = 10_000;

  /** After this many messages without any interval, the strap is taken to send none. */
  private static final int RATES_ONLY = 15;

  private static final String DONGLE = "Bluetooth dongle";
  private static final String STRAP = "Bluetooth heart rate strap";
  private static final int NOTIFIED = 1;

  /** This many advertisements in sequence identify a dongle that was left scanning. */
  private static final int ADVERTISEMENTS = 2;

  private final BgapiCutter cutter = new BgapiCutter();
  private final Bled112Dialogue dialogue = new Bled112Dialogue();
  private boolean identified;
  private int advertisements;
  private boolean running;
  private int measurementHandle = -1;
  private int messagesWithout;
  private boolean intervalsSeen;
  private @Nullable Boolean touching;

  @Override
  public void accept(byte[] bytes, int count, FrameHandler out) {
    cutter.accept(
        bytes,
        count,
        new BgapiCutter.Packets() {
          @Override
          public void packet(BgapiPacket packet) {
            decode(packet, out);
          }

          @Override
          public void lostStep() {
            if (identified) {
              out.fault(Fault.MALFORMED_LINE, 1);
            }
            running = false; // a message may be missing
            advertisements = 0;
          }
        });
  }

  @Override
  public void speak(long hostNanos, Consumer<byte[]> toDevice) {
    dialogue.speak(hostNanos, toDevice);
  }

  @Override
  public Optional<String> hindrance() {
    if (!intervalsSeen && messagesWithout >= RATES_ONLY) {
      return Optional.of(
          "The sensor sends heart rates but not the times between beats:"
              + " wear it snugly with moist electrodes, or use a chest strap that sends them.");
    }
    return dialogue.hindrance();
  }

  private void decode(BgapiPacket packet, FrameHandler out) {
    switch (packet.key()) {
      case BgapiPacket.INFO -> identify(DONGLE, out);
      case BgapiPacket.BOOT -> {
        identify(DONGLE, out);
        disconnected();
      }
      case BgapiPacket.DISCONNECTED -> disconnected();
      case BgapiPacket.INFORMATION_FOUND -> {
        if (Bled112Dialogue.isUuid(packet, 3, Bled112Dialogue.MEASUREMENT)) {
          measurementHandle = packet.u16(1);
        }
      }
      case BgapiPacket.SCAN_RESPONSE -> {
        if (++advertisements >= ADVERTISEMENTS) {
          identify(DONGLE, out);
        }
      }
      case BgapiPacket.ATTRIBUTE_VALUE -> value(packet, out);
      default -> {}
    }
    dialogue.heard(packet);
  }

  private void disconnected() {
    running = false;
    measurementHandle = -1;
  }

  private void value(BgapiPacket packet, FrameHandler out) {
    boolean ours = measurementHandle < 0 || packet.u16(1) == measurementHandle;
    if (packet.u8(3) != NOTIFIED || !ours) {
      return;
    }
    Optional<HeartRateMeasurement> measurement = HeartRateMeasurement.of(packet.from(5));
    if (measurement.isEmpty()) {
      if (measurementHandle >= 0) {
        out.fault(Fault.MALFORMED_LINE, 1);
        running = false;
      }
      return;
    }
    identify(STRAP, out);
    dialogue.flowing();
    Optional<Boolean> contact = measurement.get().contact();
    contact.ifPresent(touches -> contact(touches, out));
    if (contact.orElse(true)) {
      intervals(measurement.get().ticks(), out);
    }
  }

  private void identify(String model, FrameHandler out) {
    if (!identified) {
      identified = true;
      out.identified(new DeviceIdentity(SensorKind.INTERVALS, model, OptionalDouble.empty()));
    }
  }

  private void contact(boolean touches, FrameHandler out) {
    if (touching == null || touching != touches) {
      touching = touches;
      running = false; // the previous beat was before the change of contact
      out.contact(touches);
    }
  }

  private void intervals(List<Integer> ticks, FrameHandler out) {
    if (ticks.isEmpty()) {
      messagesWithout++;
      return;
    }
    intervalsSeen = true;
    boolean wasRunning = running;
    for (int tick : ticks) {
      double millis = tick * HeartRateMeasurement.MILLIS_PER_TICK;
      if (!(millis >= SHORTEST_MILLIS && millis <= LONGEST_MILLIS)) {
        out.fault(Fault.MALFORMED_LINE, 1);
        wasRunning = false;
        running = false;
      } else if (wasRunning) {
        out.countedInterval(millis);
      } else {
        running = true;
      }
    }
    if (!wasRunning && running) {
      out.countedInterval(Double.NaN); // the last beat of the message, which has just arrived
    }
  }
}

package org.stillpoint.device;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.SensorKind;

/**
 * Reads an ANT+ heart rate strap through an ANT USB stick that is a serial port ("ANT Message
 * Protocol and Usage"). Written from the specification; not yet tried with a real stick.
 */
final class AntDecoder implements FrameDecoder {
  private static final int STARTED = 0x6F;
  private static final int RESPONSE = 0x40;
  private static final int BROADCAST = 0x4E;
  private static final int SERIAL_ERROR = 0xAE;

  private static final int PAGE_BYTES = 8;

  /** Channels, networks and two bytes of options; newer sticks have more options. */
  private static final int LEAST_CAPABILITIES = 4;

  private static final int MOST_CAPABILITIES = 8;

  /** In place of a command's id in a response: the code is a channel event. */
  private static final int EVENT = 1;

  private static final int SEARCH_TIMEOUT = 0x01;
  private static final int MISSED = 0x02;
  private static final int CLOSED = 0x07;
  private static final int GONE_TO_SEARCH = 0x08;

  private final AntFrames frames = new AntFrames();
  private final AntHeartRate heart = new AntHeartRate();
  private final AntDialogue dialogue;
  private @Nullable AntMessage first;
  private boolean identified;

  /** Talks to a stick; without a key, only as far as needed to recognise it. */
  AntDecoder(NetworkKey key) {
    this.dialogue = new AntDialogue(key);
  }

  @Override
  public void accept(byte[] bytes, int count, FrameHandler out) {
    frames.accept(
        bytes,
        count,
        new AntFrames.Messages() {
          @Override
          public void message(AntMessage message) {
            understand(message, out);
          }

          @Override
          public void damaged() {
            out.fault(Fault.CRC_ERROR, 1);
          }

          @Override
          public void stray() {
            out.fault(Fault.MALFORMED_LINE, 1);
          }
        });
  }

  private void understand(AntMessage message, FrameHandler out) {
    switch (message.id()) {
      case STARTED -> {
        if (message.length() == 1) {
          known(message, out);
          dialogue.started();
          heart.broken();
        }
      }
      case RESPONSE -> {
        if (message.length() == 3) {
          known(message, out);
          response(message);
        }
      }
      case BROADCAST -> {
        if (message.length() > PAGE_BYTES && message.at(0) == AntDialogue.CHANNEL) {
          known(message, out);
          dialogue.heard(true);
          if (heart.page(message, out)) {
            dialogue.beat();
          }
        }
      }
      case AntDialogue.CAPABILITIES -> {
        if (message.length() >= LEAST_CAPABILITIES && message.length() <= MOST_CAPABILITIES) {
          known(message, out);
          dialogue.described();
        }
      }
      case SERIAL_ERROR -> dialogue.misunderstood();
      default -> {
        if (AntDialogue.isCommand(message.id())) {
          dialogue.echoed();
        }
      }
    }
  }

  /** Two different messages of a stick cannot be chance: in each, 5 bytes must be right. */
  private void known(AntMessage message, FrameHandler out) {
    AntMessage before = first;
    if (before == null) {
      first = message;
    } else if (!identified && !before.same(message)) {
      identified = true;
      out.identified(new DeviceIdentity(SensorKind.INTERVALS, "ANT stick", OptionalDouble.empty()));
    }
  }

  private void response(AntMessage message) {
    int code = message.at(2);
    if (message.at(1) != EVENT) {
      dialogue.answered(message.at(1), code);
    } else if (message.at(0) == AntDialogue.CHANNEL) {
      event(code);
    }
  }

  private void event(int code) {
    switch (code) {
      case MISSED -> {
        dialogue.heard(false);
        heart.missed();
      }
      case GONE_TO_SEARCH, SEARCH_TIMEOUT -> {
        dialogue.searching();
        heart.broken();
      }
      case CLOSED -> {
        dialogue.closed();
        heart.broken();
      }
      default -> {} // an event of sending, which is not used
    }
  }

  @Override
  public void speak(long hostNanos, Consumer<byte[]> toDevice) {
    dialogue.speak(hostNanos, toDevice);
  }

  @Override
  public Optional<String> hindrance() {
    return dialogue.hindrance();
  }
}

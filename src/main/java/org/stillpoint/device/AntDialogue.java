package org.stillpoint.device;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The host's side of the dialogue with an ANT stick, until the stick listens for a strap: reset,
 * network key, then a channel with the frequency and period of heart rate straps ("ANT Message
 * Protocol and Usage", host commands). Each command waits for its answer and is repeated without
 * one. After too many repetitions the dialogue begins again.
 *
 * <p>Any device on the port can receive what is sent, and the key is licensed. So the key is only
 * sent after a sign of a stick since the last reset: an unrequested message, or the answer to the
 * question about its capabilities. A port that returns our own commands is not a stick. Whatever
 * else comes from it, it receives nothing beyond the reset.
 *
 * <p>Progress follows from the answers alone, so a recorded dialogue leads to the same step. Time
 * is host time, but no turn counts as longer than {@link #LONGEST_TURN_NANOS}: what arrived while
 * the host was busy has not been read yet when it speaks.
 */
final class AntDialogue {

  /** The commands in order, with their message ids and, for error sentences, what they do. */
  private enum AntStep {
    RESET(0x4A, "reset"),
    ASK(0x4D, "report its capabilities"),
    KEY(0x46, "set the network key"),
    ASSIGN(0x42, "assign a channel"),
    ID(0x51, "look for heart-rate straps"),
    PERIOD(0x43, "set the period"),
    FREQUENCY(0x45, "set the frequency"),
    PATIENCE(0x44, "set the search time"),
    OPEN(0x4B, "open the channel"),
    LISTENING(-1, "listen");

    private final int id;
    private final String words;

    AntStep(int id, String words) {
      this.id = id;
      this.words = words;
    }

    AntStep next() {
      return switch (this) {
        case RESET -> ASK;
        case ASK -> KEY;
        case KEY -> ASSIGN;
        case ASSIGN -> ID;
        case ID -> PERIOD;
        case PERIOD -> FREQUENCY;
        case FREQUENCY -> PATIENCE;
        case PATIENCE -> OPEN;
        case OPEN, LISTENING -> LISTENING;
      };
    }
  }

  static final int CHANNEL = 0;

  /** Id of the message with the capabilities of a stick, which is requested. */
  static final int CAPABILITIES = 0x54;

  private static final int NETWORK = 0;
  private static final int HEART_RATE = 0x78;
  private static final int PERIOD = 8070;
  private static final int FREQUENCY = 57;
  private static final int FOREVER = 0xFF;

  private static final long LONGEST_TURN_NANOS = 250_000_000;

  /**
   * Time to listen before the first command: a stick that receives a strap sends something every
   * quarter of a second.
   */
  private static final long LISTEN_FIRST_NANOS = 400_000_000;

  /** A channel that was open already is set up again after this silence. */
  private static final long JOINED_SILENCE_NANOS = 1_500_000_000;

  private static final long RESET_NANOS = 1_000_000_000;
  private static final long ANSWER_NANOS = 500_000_000;
  private static final long PAUSE_NANOS = 2_000_000_000;
  private static final long NO_STRAP_NANOS = 15_000_000_000L;
  private static final int MOST_TRIES = 3;

  private final NetworkKey key;
  private AntStep step = AntStep.RESET;
  private long lastHostNanos = Long.MIN_VALUE;
  private long now;
  private boolean sent;
  private long dueNanos = LISTEN_FIRST_NANOS;
  private int tries;
  private boolean present;
  private boolean echoing;
  private boolean joined;
  private long heardNanos;
  private long beatNanos;
  private @Nullable String complaint;

  AntDialogue(NetworkKey key) {
    this.key = key;
  }

  /** The stick has started, on our command or by itself, and has forgotten all settings. */
  void started() {
    if (!echoing) {
      trust();
    }
  }

  /** The stick reported its capabilities. */
  void described() {
    if (!echoing && (step == AntStep.RESET || step == AntStep.ASK)) {
      trust();
    }
  }

  private void trust() {
    present = true;
    go(key.present() ? AntStep.KEY : AntStep.ASSIGN);
  }

  /** Whether only a host sends messages with this id. */
  static boolean isCommand(int id) {
    for (AntStep each : AntStep.values()) {
      if (each.id == id) {
        return true;
      }
    }
    return false;
  }

  /** One of our commands came back: until the next reset nothing on this port is believed. */
  void echoed() {
    if (step != AntStep.LISTENING) {
      echoing = true;
      present = false;
      go(AntStep.RESET);
      dueNanos = now + PAUSE_NANOS;
    }
  }

  /** An answer to a command. */
  void answered(int id, int code) {
    if (echoing) {
      return;
    }
    present = true;
    if (step == AntStep.ASK && (code != 0 || id == AntStep.ASK.id)) {
      trust(); // an old stick answers that it does not know the question
    } else if (code == 0 && (step == AntStep.RESET || step == AntStep.ASK)) {
      // An old stick does not report that it started; its first answer shows it.
      for (AntStep past : AntStep.values()) {
        if (past.id == id && past != AntStep.RESET) {
          go(past.next());
          return;
        }
      }
    } else if (id == step.id && code == 0) {
      go(step.next());
    } else if (id == step.id) {
      complaint =
          String.format(
              "The ANT stick refused to %s (code %02X): unplug it, wait a moment"
                  + " and plug it in again.",
              step.words, code);
    }
  }

  /** A page of a strap arrived, or its slot passed without a page. */
  void heard(boolean page) {
    if (step != AntStep.LISTENING) {
      go(AntStep.LISTENING);
      joined = true;
    }
    if (page) {
      heardNanos = now;
    }
    dueNanos = now + JOINED_SILENCE_NANOS;
  }

  /** A page reported a beat. */
  void beat() {
    beatNanos = now;
  }

  /** The stick lost its strap and is searching for it. */
  void searching() {
    joined = false;
  }

  /** The channel was closed; it keeps its settings. */
  void closed() {
    if (step == AntStep.LISTENING) {
      go(AntStep.OPEN);
    }
  }

  /** The stick did not understand the last command, which is therefore repeated. */
  void misunderstood() {
    if (step != AntStep.LISTENING) {
      dueNanos = Math.min(dueNanos, now);
    }
  }

  private void go(AntStep to) {
    step = to;
    sent = false;
    tries = 0;
    joined = false;
    dueNanos = now;
    if (to == AntStep.LISTENING) {
      complaint = null;
      heardNanos = now;
      beatNanos = now;
    }
  }

  void speak(long hostNanos, Consumer<byte[]> toDevice) {
    if (lastHostNanos != Long.MIN_VALUE) {
      now += Math.min(hostNanos - lastHostNanos, LONGEST_TURN_NANOS);
    }
    lastHostNanos = hostNanos;
    boolean waits = step == AntStep.LISTENING && !joined;
    if (now < dueNanos || waits || lacksKey()) {
      return;
    }
    if (step == AntStep.LISTENING) {
      go(AntStep.RESET);
    } else if (sent && step == AntStep.RESET) {
      go(AntStep.ASK); // some sticks start without a message
    } else if (tries >= MOST_TRIES) {
      giveUp();
      return;
    }
    if (step == AntStep.RESET) {
      echoing = false;
    }
    sent = true;
    tries++;
    dueNanos = now + (step == AntStep.RESET ? RESET_NANOS : ANSWER_NANOS);
    toDevice.accept(command());
  }

  /**
   * Whether the dialogue ends here for lack of a key: two answers identify the stick, and without a
   * key nothing more can be gained.
   */
  private boolean lacksKey() {
    return !key.present()
        && switch (step) {
          case PERIOD, FREQUENCY, PATIENCE, OPEN -> true;
          case RESET, ASK, KEY, ASSIGN, ID, LISTENING -> false;
        };
  }

  private void giveUp() {
    if (complaint == null) {
      complaint =
          "The ANT stick does not answer the command to "
              + step.words
              + ": unplug it, wait a moment and plug it in again.";
    }
    go(AntStep.RESET);
    dueNanos = now + PAUSE_NANOS;
  }

  private byte[] command() {
    return switch (step) {
      case RESET, LISTENING -> AntMessage.frame(AntStep.RESET.id, 0);
      case ASK -> AntMessage.frame(step.id, CHANNEL, CAPABILITIES);
      case KEY -> AntMessage.frame(step.id, key.command(NETWORK));
      case ASSIGN -> AntMessage.frame(step.id, CHANNEL, 0, NETWORK); // 0: receives
      case ID -> AntMessage.frame(step.id, CHANNEL, 0, 0, HEART_RATE, 0); // 0: any strap
      case PERIOD -> AntMessage.frame(step.id, CHANNEL, PERIOD & 0xFF, PERIOD >> 8);
      case FREQUENCY -> AntMessage.frame(step.id, CHANNEL, FREQUENCY);
      case PATIENCE -> AntMessage.frame(step.id, CHANNEL, FOREVER);
      case OPEN -> AntMessage.frame(step.id, CHANNEL);
    };
  }

  /** What prevents beats from arriving, as a sentence; empty when nothing does. */
  Optional<String> hindrance() {
    if (step == AntStep.LISTENING) {
      return deaf();
    }
    if (echoing) {
      return Optional.of(
          "What is sent to the port comes back: check that an ANT stick is connected to it, and"
              + " that nothing in between echoes what is sent.");
    }
    if (present && !key.present()) {
      return Optional.of(
          "The ANT stick works but has no network key, and without one it cannot receive ANT+"
              + " straps: the key is licensed and not part of Stillpoint, but registered adopters"
              + " find it at thisisant.com; put its 16 digits into a file and name the file with"
              + " --ant-key-file, or as antKeyFile in settings.properties.");
    }
    return Optional.ofNullable(complaint);
  }

  private Optional<String> deaf() {
    if (now - heardNanos >= NO_STRAP_NANOS) {
      return Optional.of(
          "The ANT stick finds no heart-rate strap: put the strap on, moisten its electrodes and"
              + " stay within a few metres; if that does not help, check that the network key is"
              + " the ANT+ key.");
    }
    if (now - beatNanos >= NO_STRAP_NANOS) {
      return Optional.of(
          "The strap is received but detects no heartbeat: moisten its electrodes and tighten it.");
    }
    return Optional.empty();
  }
}

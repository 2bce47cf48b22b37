package org.stillpoint.device;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is said to an ANT stick until it listens for a strap: reset, network key, then a channel
 * with the frequency and period of heart-rate straps ("ANT Message Protocol and Usage", host
 * commands). Each command waits for its answer, is repeated, and after too many repetitions all
 * begins anew.
 *
 * <p>Whatever is on the line may hear what is said, and the key is licensed: it is only told after
 * a sign of a stick since the last reset, unasked or as the answer to what the stick can do. A line
 * that gives our own commands back is no stick, and whatever else comes from it, it hears no more
 * than the reset.
 *
 * <p>How far it got is told by the answers alone: who reads a conversation along knows what is
 * next. Time here is the host's, but no turn counts for more than {@link #LONGEST_TURN_NANOS}: what
 * arrived while the host was busy has not been read when it speaks.
 */
final class AntDialogue {

  /** The commands in their order, by message id. */
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

  /** What a stick can do: the message that is asked for. */
  static final int CAPABILITIES = 0x54;

  private static final int NETWORK = 0;
  private static final int HEART_RATE = 0x78;
  private static final int PERIOD = 8070;
  private static final int FREQUENCY = 57;
  private static final int FOREVER = 0xFF;

  private static final long LONGEST_TURN_NANOS = 250_000_000;

  /** A stick that hears a strap sends something every quarter of a second. */
  private static final long LISTEN_FIRST_NANOS = 400_000_000;

  /** A channel that somebody else opened and that is silent for so long is set up anew. */
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

  /** The stick has started, by our wish or its own: it has forgotten everything. */
  void started() {
    if (!echoing) {
      trust();
    }
  }

  /** The stick told what it can do. */
  void described() {
    if (!echoing && (step == AntStep.RESET || step == AntStep.ASK)) {
      trust();
    }
  }

  private void trust() {
    present = true;
    go(key.present() ? AntStep.KEY : AntStep.ASSIGN);
  }

  /** Whether only a host says this. */
  static boolean isCommand(int id) {
    for (AntStep each : AntStep.values()) {
      if (each.id == id) {
        return true;
      }
    }
    return false;
  }

  /** Something of ours came back: until the next reset nothing on this line is believed. */
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
      trust(); // an old stick does not know the question, and says that
    } else if (code == 0 && (step == AntStep.RESET || step == AntStep.ASK)) {
      // An old stick does not say that it started; its first answer tells.
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

  /** A page of a strap arrived, or its slot passed without one. */
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

  /** A page told a beat. */
  void beat() {
    beatNanos = now;
  }

  /** The stick lost its strap and looks for it. */
  void searching() {
    joined = false;
  }

  /** The channel was closed; it keeps its settings. */
  void closed() {
    if (step == AntStep.LISTENING) {
      go(AntStep.OPEN);
    }
  }

  /** The stick did not understand the last command: it is said again. */
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
      go(AntStep.ASK); // some sticks start without a word
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

  /** Two answers say who it is; more is not worth the trouble without a key. */
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

  /** What is in the way of beats, as a sentence. */
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

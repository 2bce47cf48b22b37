package org.stillpoint.participant;

import java.util.ArrayDeque;
import java.util.Random;
import org.stillpoint.device.AntFrames;
import org.stillpoint.device.AntMessage;

/**
 * An ANT USB stick near a virtual person with a strap, from the specification ("ANT Message
 * Protocol and Usage"). It receives the strap once a channel is open at the frequency and period of
 * heart-rate straps, on a network with a key that is not all zeros. A command in the wrong order is
 * refused.
 */
final class AntStick implements VirtualFirmware {
  private static final double IDLE_SECONDS = 0.05;
  private static final double START_SECONDS = 0.12;
  private static final double ANSWER_SECONDS = 0.002;
  private static final double SHORTEST_SEARCH_SECONDS = 0.2;
  private static final double MORE_SEARCH_SECONDS = 1.0;
  private static final double MISS_CHANCE = 0.01;

  /** Time to send a byte at 115200 baud, 10 bits a byte. */
  private static final double SECONDS_PER_BYTE = 10 / 115_200.0;

  private static final int OK = 0x00;
  private static final int WRONG_STATE = 0x15;
  private static final int NO_CHANNEL_ID = 0x18;
  private static final int INVALID_MESSAGE = 0x28;
  private static final int INVALID_NETWORK = 0x29;
  private static final int CAPABILITIES = 0x54;
  private static final int CHANNELS = 8;
  private static final int NETWORKS = 3;
  private static final int HEART_RATE = 0x78;

  private final VirtualPerson person;
  private final Random random;
  private final AntStrap strap;
  private final AntFrames fromHost = new AntFrames();
  private final ArrayDeque<byte[]> answers = new ArrayDeque<>();
  private final boolean[] keyed = new boolean[NETWORKS];
  private double now;
  private double answersAt;
  private boolean assigned;
  private int network;
  private int deviceType = -1;
  private int period;
  private int frequency;
  private boolean open;
  private long page;

  AntStick(VirtualPerson person, Random random) {
    this.person = person;
    this.random = random;
    this.strap = new AntStrap(person, random);
  }

  @Override
  public Message next() {
    byte[] answer = answers.poll();
    if (answer != null) {
      return at(Math.max(now, answersAt), answer);
    }
    boolean hears = open && hearsStrap();
    if (hears && strap.seconds(page) <= now + IDLE_SECONDS) {
      return at(Math.max(now, strap.seconds(page)), slot());
    }
    person.sample(now + IDLE_SECONDS);
    return at(now + IDLE_SECONDS, new byte[0]);
  }

  private Message at(double seconds, byte[] bytes) {
    now = seconds + bytes.length * SECONDS_PER_BYTE;
    return new Message(Math.round(now * 1e9), bytes);
  }

  private byte[] slot() {
    int[] content = strap.page(page++);
    if (random.nextDouble() < MISS_CHANCE) {
      return AntMessage.frame(0x40, 0, 1, 2);
    }
    int[] data = new int[9];
    System.arraycopy(content, 0, data, 1, content.length);
    return AntMessage.frame(0x4E, data);
  }

  private boolean hearsStrap() {
    boolean right = deviceType == 0 || deviceType == HEART_RATE;
    return right && keyed[network] && period == 8070 && frequency == 57;
  }

  @Override
  public void heard(long nanos, byte[] bytes) {
    answersAt = nanos / 1e9 + ANSWER_SECONDS;
    fromHost.accept(
        bytes,
        bytes.length,
        new AntFrames.Messages() {
          @Override
          public void message(AntMessage message) {
            obey(message);
          }

          @Override
          public void damaged() {
            answers.add(AntMessage.frame(0xAE, 2)); // wrong check value
          }
        });
  }

  private void obey(AntMessage command) {
    if (command.id() == 0x4A) {
      restart();
      return;
    }
    if (command.id() == 0x4D && command.length() == 2 && command.at(1) == CAPABILITIES) {
      answers.add(AntMessage.frame(CAPABILITIES, CHANNELS, NETWORKS, 0, 0xBA, 0x36, 0));
      return;
    }
    int code =
        switch (command.id()) {
          case 0x46 -> command.length() == 9 ? key(command) : INVALID_MESSAGE;
          case 0x42 -> command.length() >= 3 ? assign(command) : INVALID_MESSAGE;
          case 0x51 -> command.length() == 5 ? identity(command) : INVALID_MESSAGE;
          case 0x43, 0x44, 0x45 -> set(command);
          case 0x4B -> open();
          case 0x4C -> close();
          default -> INVALID_MESSAGE;
        };
    int channel = command.length() > 0 ? command.at(0) : 0;
    answers.add(AntMessage.frame(0x40, channel, command.id(), code));
    if (command.id() == 0x4C && code == OK) {
      answers.add(AntMessage.frame(0x40, channel, 1, 7)); // the channel is closed
    }
  }

  private void restart() {
    answers.clear();
    java.util.Arrays.fill(keyed, false);
    assigned = false;
    open = false;
    deviceType = -1;
    period = 8192; // by the specification, as is the frequency
    frequency = 66;
    answersAt += START_SECONDS;
    answers.add(AntMessage.frame(0x6F, 0x20)); // started by command
  }

  private int key(AntMessage command) {
    if (command.at(0) >= NETWORKS) {
      return INVALID_NETWORK;
    }
    boolean any = false;
    for (int i = 1; i < command.length(); i++) {
      any |= command.at(i) != 0;
    }
    keyed[command.at(0)] = any;
    return OK;
  }

  private int assign(AntMessage command) {
    if (assigned || command.at(0) != 0) {
      return WRONG_STATE;
    }
    if (command.at(2) >= NETWORKS) {
      return INVALID_NETWORK;
    }
    assigned = true;
    network = command.at(2);
    return OK;
  }

  private int identity(AntMessage command) {
    if (!assigned || open) {
      return WRONG_STATE;
    }
    deviceType = command.at(3);
    return OK;
  }

  private int set(AntMessage command) {
    boolean whole = command.length() == (command.id() == 0x43 ? 3 : 2);
    if (!whole || !assigned) {
      return whole ? WRONG_STATE : INVALID_MESSAGE;
    }
    if (command.id() == 0x43) {
      period = command.word(1);
    } else if (command.id() == 0x45) {
      frequency = command.at(1);
    }
    return OK;
  }

  private int open() {
    if (!assigned || open) {
      return WRONG_STATE;
    }
    if (deviceType < 0) {
      return NO_CHANNEL_ID;
    }
    open = true;
    double found = SHORTEST_SEARCH_SECONDS + MORE_SEARCH_SECONDS * random.nextDouble();
    page = strap.pageFrom(Math.max(now, answersAt) + found);
    return OK;
  }

  private int close() {
    boolean was = open;
    open = false;
    return was ? OK : WRONG_STATE;
  }
}

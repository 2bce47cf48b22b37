package org.stillpoint.participant;

import java.util.Random;
import org.stillpoint.device.StillpointEncoder;

/**
 * Stillpoint's own firmware on a virtual board: 500 samples a second by a crystal that is off by up
 * to 100 parts per million.
 */
final class StillpointFirmware implements VirtualFirmware {
  private static final int RATE_HZ = 500;
  private static final String IDENTITY = "v=1 sensor=ppg rate=500 bits=10 name=virtual";
  private static final double BOOT_SECONDS = 0.05;

  /** Time to send a byte at 115200 baud, 10 bits a byte. */
  private static final double SECONDS_PER_BYTE = 10 / 115_200.0;

  private static final int BLOCKS_PER_STATUS = RATE_HZ / StillpointEncoder.BLOCK;

  private final VirtualPerson person;
  private final double clockError;
  private boolean booted;
  private boolean asked;
  private boolean statusDue;
  private long block;

  StillpointFirmware(VirtualPerson person, Random random) {
    this.person = person;
    this.clockError = (random.nextDouble() * 2 - 1) * 100e-6;
  }

  @Override
  public Message next() {
    if (!booted) {
      booted = true;
      return at(BOOT_SECONDS, StillpointEncoder.identity(IDENTITY + " boot=1"));
    }
    if (asked) {
      asked = false;
      return at(time(block * StillpointEncoder.BLOCK), StillpointEncoder.identity(IDENTITY));
    }
    if (statusDue) {
      statusDue = false;
      return at(time(block * StillpointEncoder.BLOCK), StillpointEncoder.status(0, 0));
    }
    int[] values = new int[StillpointEncoder.BLOCK];
    for (int i = 0; i < values.length; i++) {
      values[i] = person.sample(time(block * StillpointEncoder.BLOCK + i));
    }
    long micros = Math.round(deviceSeconds(block * StillpointEncoder.BLOCK) * 1e6);
    byte[] line = StillpointEncoder.block(block, micros, values);
    block++;
    statusDue = block % BLOCKS_PER_STATUS == 0;
    return at(time(block * StillpointEncoder.BLOCK), line);
  }

  @Override
  public void heard(long nanos, byte[] bytes) {
    for (byte b : bytes) {
      asked |= b == '?';
    }
  }

  private static double deviceSeconds(long sample) {
    return BOOT_SECONDS + (double) sample / RATE_HZ;
  }

  /** True time of a sample: a fast crystal samples early. */
  private double time(long sample) {
    return deviceSeconds(sample) / (1 + clockError);
  }

  private static Message at(double seconds, byte[] line) {
    return new Message(Math.round((seconds + line.length * SECONDS_PER_BYTE) * 1e9), line);
  }
}

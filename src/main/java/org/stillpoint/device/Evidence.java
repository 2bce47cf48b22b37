package org.stillpoint.device;

/**
 * What the lines of a format without checksum must show, besides being well formed, before a device
 * is recognised by them. A thermometer, a scale and a pulse sensor can all send one number per
 * line: only the course of the numbers over time distinguishes them. Belongs to one thread.
 */
interface Evidence {
  /** For formats that a checksum identifies. */
  Evidence NOT_NEEDED =
      new Evidence() {
        @Override
        public boolean convincing() {
          return true;
        }

        @Override
        public boolean convincingWithoutTime() {
          return true;
        }
      };

  /** Bytes arrived at this host time; the next calls report what was in them. */
  default void arrived(long hostNanos) {}

  /** A sample of a device without a clock. */
  default void sample(double value) {}

  /** A sample of a device with a clock. */
  default void clockedSample(long deviceNanos, double value) {}

  /** An interval of a device without a clock, in milliseconds. */
  default void interval(double millis) {}

  /** Whether the evidence is enough, with the arrival times of the host. */
  boolean convincing();

  /** Whether it fits so well that it is worth listening longer. */
  default boolean promising() {
    return false;
  }

  /** Whether the evidence is enough for a file, in which all bytes have the same arrival time. */
  boolean convincingWithoutTime();
}

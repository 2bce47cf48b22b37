package org.stillpoint.device;

/**
 * What the lines of a format without check value must show besides being well formed, before a
 * device is believed to speak it. A thermometer, a scale and a pulse sensor may all send one number
 * a line: only what the numbers do in time tells them apart. Belongs to one thread.
 */
interface Evidence {
  /** For formats that prove themselves by a check value. */
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

  /** Bytes arrived at this host time; what is told next was in them. */
  default void arrived(long hostNanos) {}

  /** A sample of a device without a clock. */
  default void sample(double value) {}

  /** A sample of a device with a clock. */
  default void clockedSample(long deviceNanos, double value) {}

  /** An interval of a device without a clock, in milliseconds. */
  default void interval(double millis) {}

  /** Whether it is enough, by the stamps of the host. */
  boolean convincing();

  /** Whether it fits so well that it is worth listening to for longer. */
  default boolean promising() {
    return false;
  }

  /** Whether it is enough for a file whose bytes all have the same stamp. */
  boolean convincingWithoutTime();
}

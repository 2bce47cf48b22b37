package org.stillpoint.device;

/** The way back to a device. What goes wrong there shows when the next bytes are read. */
public interface ToDevice {
  /** Nobody at the other end: a recording. */
  ToDevice NOBODY =
      new ToDevice() {
        @Override
        public void send(byte[] bytes) {}

        @Override
        public void rate(int baud) {}
      };

  /** Sends bytes; the array is not changed afterwards. */
  void send(byte[] bytes);

  /** Listens and speaks at another rate from now on; without effect where the person chose one. */
  void rate(int baud);
}

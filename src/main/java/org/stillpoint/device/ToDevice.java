package org.stillpoint.device;

/**
 * Sends to a device. An error there shows when the next bytes are read. Called on the thread that
 * reads.
 */
public interface ToDevice {
  /** Without a device, as for a recording. */
  ToDevice NOBODY =
      new ToDevice() {
        @Override
        public void send(byte[] bytes) {}

        @Override
        public void rate(int baud) {}
      };

  /** Sends bytes; the array is not changed afterwards. */
  void send(byte[] bytes);

  /** Changes the baud rate for receiving and sending; has no effect when the person chose one. */
  void rate(int baud);
}

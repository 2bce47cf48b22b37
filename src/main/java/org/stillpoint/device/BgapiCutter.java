package org.stillpoint.device;

/**
 * Splits the bytes of a BGAPI dongle into packets. Nothing marks the beginning of a packet, so a
 * packet is believed when its header fits its length and its fields. When the bytes after a packet
 * are not a header, something was lost in the packet or after it. The search then begins again at
 * the second byte of that packet, so that a lost byte costs only the packet in which it is missing.
 */
final class BgapiCutter {

  /** Receives packets. */
  interface Packets {
    void packet(BgapiPacket packet);

    /** The bytes after the last packet were not a packet. */
    void lostStep();
  }

  private static final int LONGEST = 512;

  private final byte[] buffer = new byte[LONGEST];
  private int count;

  /** Index at which the last believed packet ends. */
  private int begin;

  private boolean inStep;

  void accept(byte[] bytes, int length, Packets out) {
    for (int i = 0; i < length; i++) {
      buffer[count++] = bytes[i];
      while (step(out)) {
        // repeats until more bytes are needed
      }
    }
  }

  private boolean step(Packets out) {
    int here = count - begin;
    if (here == 0) {
      return false;
    }
    byte[] header = java.util.Arrays.copyOfRange(buffer, begin, begin + BgapiPacket.HEADER);
    if (here < BgapiPacket.HEADER) {
      boolean may = header[0] == 0 || header[0] == (byte) 0x80;
      return !may && skip(out);
    }
    int payload = BgapiPacket.payloadLength(header);
    if (payload < 0 || (!inStep && !BgapiPacket.recognisable(header))) {
      return skip(out);
    }
    int whole = BgapiPacket.HEADER + payload;
    if (here < whole) {
      return false;
    }
    byte[] bytes = java.util.Arrays.copyOfRange(buffer, begin, begin + whole);
    BgapiPacket packet = BgapiPacket.of(bytes, whole);
    if (!packet.sound()) {
      return skip(out);
    }
    drop(begin);
    begin = whole;
    inStep = true;
    out.packet(packet);
    return true;
  }

  /** No packet begins here: continues one byte further on, at first inside the last packet. */
  private boolean skip(Packets out) {
    if (inStep) {
      inStep = false;
      out.lostStep();
      begin = 0;
    }
    drop(begin + 1);
    begin = 0;
    return true;
  }

  private void drop(int bytes) {
    System.arraycopy(buffer, bytes, buffer, 0, count - bytes);
    count -= bytes;
  }
}

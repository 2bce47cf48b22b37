package org.stillpoint.device;

/**
 * Cuts the bytes of a BGAPI dongle into packets. Nothing marks where one begins, so a packet is
 * believed when its header fits its length and its fields. When what follows a packet is no header,
 * something was lost in or after it: the search begins again one byte further on, inside it, so
 * that a lost byte costs no more than the packet it hit.
 */
final class BgapiCutter {

  /** Takes packets. */
  interface Packets {
    void packet(BgapiPacket packet);

    /** What came after the last packet was none. */
    void lostStep();
  }

  private static final int LONGEST = 512;

  private final byte[] buffer = new byte[LONGEST];
  private int count;

  /** The last packet that was believed lies before this place. */
  private int begin;

  private boolean inStep;

  void accept(byte[] bytes, int length, Packets out) {
    for (int i = 0; i < length; i++) {
      buffer[count++] = bytes[i];
      while (step(out)) {
        // goes on until more bytes are needed
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

  /** No packet begins here: looks one byte further on, at first inside the last packet. */
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

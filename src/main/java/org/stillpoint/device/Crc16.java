package org.stillpoint.device;

/**
 * CRC-16/MCRF4XX: polynomial 1021 (reflected 8408), start FFFF, no final inversion, check value
 * 6F91 over "123456789". avr-libc's {@code _crc_ccitt_update} computes the same, starting from
 * FFFF.
 */
public final class Crc16 {
  private static final int START = 0xFFFF;
  private static final int REFLECTED_POLYNOMIAL = 0x8408;
  private static final int[] TABLE = table();

  private Crc16() {}

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int crc = i;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) != 0 ? crc >>> 1 ^ REFLECTED_POLYNOMIAL : crc >>> 1;
      }
      table[i] = crc;
    }
    return table;
  }

  /** The checksum of the bytes from {@code from} to {@code to}, exclusive; 0 to 65535. */
  public static int of(byte[] bytes, int from, int to) {
    int crc = START;
    for (int i = from; i < to; i++) {
      crc = crc >>> 8 ^ TABLE[(crc ^ bytes[i]) & 0xFF];
    }
    return crc;
  }
}

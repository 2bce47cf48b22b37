package org.stillpoint.serial;

/**
 * Where jSerialComm may unpack its native part. By default it leaves it in the temporary folder;
 * the product writes nothing outside the folders it was given.
 */
public final class NativeLibrary {
  private static final String TEMP = "java.io.tmpdir";
  private static boolean loaded;

  private NativeLibrary() {}

  /** Loads the library with the JVM's temporary folder, or the one set by {@link #unpackTo}. */
  static synchronized void prepare() {
    if (!loaded) {
      com.fazecast.jSerialComm.SerialPort.getVersion();
      loaded = true;
    }
  }

  /**
   * Loads the library now, unpacking it into a folder.
   *
   * @param folder an existing, writable folder
   */
  public static synchronized void unpackTo(java.nio.file.Path folder) {
    if (loaded) {
      return;
    }
    String before = System.getProperty(TEMP);
    try {
      // jSerialComm reads this property once, while its class is initialised; it has no other knob.
      System.setProperty(TEMP, folder.toString());
      prepare();
    } finally {
      System.setProperty(TEMP, before);
    }
  }
}

package org.stillpoint.serial;

/**
 * Controls where jSerialComm unpacks its native library. By default jSerialComm leaves the library
 * in the temporary folder, but this program writes nothing outside the folders that it was given.
 */
public final class NativeLibrary {
  private static final String TEMP = "java.io.tmpdir";
  private static boolean loaded;

  private NativeLibrary() {}

  /** Loads the library, unless it is loaded already; it unpacks into the JVM's temporary folder. */
  static synchronized void prepare() {
    if (!loaded) {
      com.fazecast.jSerialComm.SerialPort.getVersion();
      loaded = true;
    }
  }

  /**
   * Loads the library now and unpacks it into a folder. Has no effect once the library is loaded.
   * Any thread may call this.
   *
   * @param folder an existing, writable folder
   */
  public static synchronized void unpackTo(java.nio.file.Path folder) {
    if (loaded) {
      return;
    }
    String before = System.getProperty(TEMP);
    try {
      // jSerialComm reads this property once, while its class is initialised; there is no other way
      // to set the folder.
      System.setProperty(TEMP, folder.toString());
      prepare();
    } finally {
      System.setProperty(TEMP, before);
    }
  }
}

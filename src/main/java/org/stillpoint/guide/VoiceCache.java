package org.stillpoint.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Keeps rendered speech in a folder that only its owner may read. A file appears whole or not at
 * all; one that is damaged all the same is rendered again. When the cache grows beyond its limit,
 * the oldest files are deleted. May be used by several threads and programs at once.
 */
public final class VoiceCache {
  /** The most that it holds, in bytes. */
  public static final long USUAL_BYTES = 200_000_000;

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final String WAV = ".wav";

  private final Path folder;
  private final long mostBytes;

  /** Writes a sound file that does not exist yet. */
  interface Renderer {
    void render(Path wav) throws IOException;
  }

  /** A cache in a folder, which need not exist yet. */
  public VoiceCache(Path folder) {
    this(folder, USUAL_BYTES);
  }

  VoiceCache(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  /** Whether a whole file is kept under a key. */
  boolean holds(String key) {
    try {
      WavFile.read(file(key));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The sound that is kept under a key; if there is none, it is rendered now.
   *
   * @throws IOException with one sentence if it cannot be rendered or the folder cannot be used
   */
  Pcm get(String key, Renderer renderer) throws IOException {
    Path file = file(key);
    try {
      return WavFile.read(file);
    } catch (IOException missingOrTorn) {
      return render(file, renderer);
    }
  }

  private Pcm render(Path file, Renderer renderer) throws IOException {
    makeFolder();
    Path part = folder.resolve(UUID.randomUUID() + WAV);
    try {
      renderer.render(part);
      Pcm whole = WavFile.read(part);
      if (POSIX) {
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
      }
      move(part, file);
      prune(file);
      return whole;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void makeFolder() throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (POSIX) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  private record Kept(Path file, BasicFileAttributes attributes) {}

  /** Deletes the oldest files until the rest is within the limit; never the newest. */
  private void prune(Path newest) throws IOException {
    List<Kept> all = new ArrayList<>();
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        BasicFileAttributes attributes = attributes(file);
        if (attributes.isRegularFile()) {
          all.add(new Kept(file, attributes));
          bytes += attributes.size();
        }
      }
    }
    if (bytes <= mostBytes) {
      return;
    }
    all.sort(
        Comparator.comparing((Kept kept) -> kept.attributes.lastModifiedTime())
            .thenComparing(Kept::file));
    for (Kept kept : all) {
      if (bytes > mostBytes && !kept.file.equals(newest)) {
        Files.deleteIfExists(kept.file);
        bytes -= kept.attributes.size();
      }
    }
  }

  private BasicFileAttributes attributes(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException e) { // another program deleted it
      return Files.readAttributes(folder, BasicFileAttributes.class);
    }
  }

  private Path file(String key) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest(key.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(hash, 0, 16) + WAV);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

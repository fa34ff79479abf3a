package io.causerie.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The folder that holds the embedded server's data, its password, and the lock of who uses it. */
final class DataDirectory {
  private static final int PASSWORD_BYTES = 32;

  private final Path folder;

  private DataDirectory(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder if need be, readable for its owner alone. */
  static DataDirectory of(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      Files.setPosixFilePermissions(absolute, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException | UnsupportedOperationException failure) {
      throw new IOException(
          "the data directory " + folder + " cannot be written: " + failure.getMessage(), failure);
    }
    return new DataDirectory(absolute);
  }

  /** Null while another process holds it. The lock goes with the process, however that ends. */
  @Nullable
  FileLock lock() throws IOException {
    FileChannel file = FileChannel.open(
        folder.resolve("causerie.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = file.tryLock();
    if (lock == null) {
      file.close();
    }
    return lock;
  }

  Path postgres() {
    return folder.resolve("postgres");
  }

  /** Where the server's programs are unpacked. */
  Path programs() {
    return folder.resolve("programs");
  }

  /** The server's password, made on first use. */
  String password() throws IOException {
    Path file = folder.resolve("postgres.password");
    if (!Files.exists(file)) {
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      Path draft = Files.createTempFile(folder, "password", null);
      Files.writeString(draft, HexFormat.of().formatHex(random));
      Files.move(draft, file);
    }
    return Files.readString(file).strip();
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}

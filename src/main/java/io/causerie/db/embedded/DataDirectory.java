package io.causerie.db.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * What the embedded server keeps on disk, for the eyes of its owner only:
 *
 * <pre>
 * causerie.lock        locked by the one process that may start and stop the server
 * postgres.password    of the server's only role
 * postgres/            the database
 * postgres-binaries/   unpacked programs, one folder for each build of them
 * </pre>
 */
public final class DataDirectory {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final int PASSWORD_BYTES = 32;

  private final Path path;

  private DataDirectory(Path path) {
    this.path = path;
  }

  static DataDirectory at(Path given) throws IOException {
    Path path = given.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path, OWNER_DIRECTORY);
    } catch (IOException e) {
      throw new IOException("The data directory " + path + " cannot be made: " + e, e);
    }
    if (!Files.isWritable(path)) {
      throw new IOException("The data directory " + path + " is not writable for this user");
    }
    if (Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new IOException("Everybody may write into the data directory " + path
          + ": choose a directory of its own, or chmod 700 it");
    }
    return new DataDirectory(path.toRealPath());
  }

  public Path path() {
    return path;
  }

  public Path cluster() {
    return path.resolve("postgres");
  }

  Path binaries() {
    return path.resolve("postgres-binaries");
  }

  Path startLog() {
    return path.resolve("postgres-start.log");
  }

  Path passwordFile() {
    return path.resolve("postgres.password");
  }

  /** Empty when another process, or another part of this one, holds it. Closing it releases it. */
  Optional<FileChannel> lock() throws IOException {
    FileChannel channel = FileChannel.open(lockFile(), Set.of(CREATE, READ, WRITE), OWNER_FILE);
    try {
      if (channel.tryLock() != null) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException heldByThisProcess) {
      // The same answer as for a lock of another process.
    }
    channel.close();
    return Optional.empty();
  }

  DataDirectoryInUse inUse() throws IOException {
    return new DataDirectoryInUse(path, Files.readString(lockFile()));
  }

  /** Made once. The file is complete before it has its name, so a crash leaves none or all of it. */
  public String password() throws IOException {
    if (Files.notExists(passwordFile())) {
      byte[] secret = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(secret);
      Path written = path.resolve("postgres.password.new");
      Files.deleteIfExists(written);
      try (FileChannel file = FileChannel.open(written, Set.of(CREATE_NEW, WRITE), OWNER_FILE)) {
        file.write(
            ByteBuffer.wrap(HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII)));
        file.force(true);
      }
      Files.move(written, passwordFile());
    }
    return Files.readString(passwordFile());
  }

  private Path lockFile() {
    return path.resolve("causerie.lock");
  }
}

package io.causerie.db.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs {@code initdb}, {@code pg_ctl} and {@code postgres}, unpacked from the class path. */
final class PostgresBinaries {
  private static final int OWNER_EXECUTES = 0100;

  private final Path directory;

  private PostgresBinaries(Path directory) {
    this.directory = directory;
  }

  /** Unpacks them below {@code parent} unless this very build of them is there already. */
  static PostgresBinaries unpack(Path parent) throws IOException {
    byte[] archive = archive();
    Path directory = parent.resolve(name(archive));
    if (Files.notExists(directory)) {
      Path unpacking = parent.resolve("unpacking");
      deleteTree(unpacking);
      try {
        extract(archive, unpacking);
      } catch (IOException e) {
        deleteTree(unpacking);
        throw new IOException(
            "PostgreSQL cannot be unpacked into " + parent + ": " + e.getMessage(), e);
      }
      Files.move(unpacking, directory, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresBinaries(directory);
  }

  /** The major version, such as 18. */
  String version() throws IOException {
    return run("postgres", "--version").replaceAll("(?s)\\D*(\\d+).*", "$1");
  }

  /** The output of the program, which must succeed: its messages are in the exception otherwise. */
  String run(String program, String... arguments) throws IOException {
    Path output = Files.createTempFile(directory.getParent(), program, ".out");
    try {
      Process process = start(command(program, arguments), output);
      int status = process.waitFor();
      String said = Files.readString(output).strip();
      if (status != 0) {
        throw new IOException(program + " failed: " + said + advice(said));
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while " + program + " was running", e);
    } finally {
      Files.delete(output);
    }
  }

  static void deleteTree(Path root) throws IOException {
    if (Files.notExists(root)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static byte[] archive() throws IOException {
    String architecture = System.getProperty("os.arch").equals("amd64") ? "x86_64" : os("os.arch");
    String system = os("os.name").startsWith("mac") ? "darwin" : os("os.name");
    String name = "/postgres-" + system + "-" + architecture + ".txz";
    try (InputStream archive = PostgresBinaries.class.getResourceAsStream(name)) {
      if (archive == null) {
        throw new IOException("This build carries no PostgreSQL for " + system + " on "
            + architecture + ": set DATABASE_URL to the address of one");
      }
      return archive.readAllBytes();
    }
  }

  private static String os(String property) {
    return System.getProperty(property).toLowerCase(Locale.ROOT);
  }

  private static String name(byte[] archive) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  private static void extract(byte[] archive, Path target) throws IOException {
    Files.createDirectories(target);
    try (var tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, target.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, file);
    if ((entry.getMode() & OWNER_EXECUTES) != 0 && !file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }

  /** PostgreSQL refuses to run as root; a user namespace takes root's powers away. */
  private List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(directory.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static Process start(List<String> command, Path output) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IOException(e + advice(e.toString()), e);
    }
  }

  private static String advice(String said) {
    return isRoot() && said.contains("unshare")
        ? ". As root the embedded PostgreSQL needs user namespaces, which this system forbids:"
            + " run as a plain user, or set DATABASE_URL"
        : "";
  }

  private static boolean isRoot() {
    return new UnixSystem().getUid() == 0;
  }
}

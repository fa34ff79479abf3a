package io.causerie.db.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process of its own that holds a data directory until it is killed or its input ends. */
final class DirectoryHolder {
  private DirectoryHolder() {}

  public static void main(String[] arguments) throws IOException {
    EmbeddedPostgres.open(Path.of(arguments[0]));
    System.out.println("open");
    System.in.read();
  }

  /** Returns when the child has opened the directory. */
  static Process start(Path data) throws IOException {
    Process child = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            DirectoryHolder.class.getName(),
            data.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    var output =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals("open")) {
        return child;
      }
    }
    throw new AssertionError("The child process ended before it had opened " + data);
  }
}

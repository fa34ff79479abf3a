package io.causerie.db.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** Another process holds the data directory. */
public final class DataDirectoryInUse extends IOException {
  private static final long serialVersionUID = 1;

  DataDirectoryInUse(Path directory, String holder) {
    super("The data directory " + directory + " is in use by process " + holder
        + ": stop that one first, or give this one another directory");
  }
}

package io.causerie;

import io.causerie.comment.Recount;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "recount", description = "Compare every counter with what it counts, and mend it.")
final class RecountCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    return Storage.use(storage -> {
      Recount.Result result = new Recount(storage.database()).run().await();
      System.out.printf(
          "%d threads: mended %d comment counts and %d reply counts%n",
          result.threads(), result.threadCounts(), result.replyCounts());
      return 0;
    });
  }
}

package io.causerie;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "serve", description = "Start the service (also without any command).")
final class ServeCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    return Service.run(false);
  }
}

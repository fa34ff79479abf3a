package io.causerie;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "demo", description = "Start the service with a demonstration site under /demo/.")
final class DemoCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    return Service.run(true);
  }
}

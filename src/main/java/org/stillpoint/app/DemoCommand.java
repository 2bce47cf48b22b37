package org.stillpoint.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Demo. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Demo.")
final class DemoCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}

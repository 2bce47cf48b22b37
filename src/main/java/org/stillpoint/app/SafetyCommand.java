package org.stillpoint.app;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.ui.SafetyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the safety text. */
@Command(
    name = "safety",
    mixinStandardHelpOptions = true,
    description = "Prints what you should know before a session.")
final class SafetyCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    SafetyNotice.print(Output.of(spec), SafetyText.text());
    return 0;
  }
}

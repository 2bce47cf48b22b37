package org.stillpoint.app;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where a command prints to. */
final class Output {
  private Output() {}

  /** Standard output of the command. */
  static PrintWriter of(@Nullable CommandSpec spec) {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  /** An exception that says what is wrong with the command line; the exit code is then 2. */
  static ParameterException wrongUsage(@Nullable CommandSpec spec, String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  /** Standard error of the command: for the person, not for scripts. */
  static PrintWriter errors(@Nullable CommandSpec spec) {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }
}

package org.stillpoint.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.store.Store;
import org.tinylog.Logger;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Starts the product: a command, or the window when there is none. */
@Command(
    name = "stillpoint",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "[COMMAND]",
    description = "A biofeedback relaxation monitor. Without a command it opens the window.",
    footer = {
      "",
      "Exit codes: 0 done, 1 could not do it, 2 wrong usage, 130 interrupted.",
      "A wellness practice, not a medical device."
    },
    subcommands = {
      DemoCommand.class,
      PortsCommand.class,
      MonitorCommand.class,
      SessionCommand.class,
      SessionsCommand.class,
      ReplayCommand.class,
      ReportCommand.class,
      ProgrammesCommand.class,
      SafetyCommand.class,
      SimulateCommand.class,
      DetectCommand.class,
      EvaluateCommand.class,
      EvaluateDetectorCommand.class,
      CorrectCommand.class,
      AnalyzeCommand.class,
      BreathingCommand.class,
      VoicePackCommand.class,
      DoctorCommand.class,
      AutoComplete.GenerateCompletion.class,
      CommandLine.HelpCommand.class
    })
public final class Main implements java.util.concurrent.Callable<Integer> {
  /** Runs one command line and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, charset());
    System.exit(execute(out, args));
  }

  /** As System.out has it, whose own writer would keep a full disk to itself. */
  private static Charset charset() {
    String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    return name == null ? Charset.defaultCharset() : Charset.forName(name);
  }

  /** Runs one command line; what is printed and goes nowhere is no success. */
  static int execute(PrintWriter out, String... args) {
    CommandLine line = commandLine().setOut(out);
    int code = line.execute(args);
    if (!out.checkError()) {
      return code;
    }
    line.getErr()
        .println("Not all of the output could be written: is the disk full, or its reader gone?");
    return code == 0 ? CommandLine.ExitCode.SOFTWARE : code;
  }

  /** The command line, ready to execute. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(Main::explain);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Main::refuse);
    line.setExecutionStrategy(
        result -> {
          if (result.hasSubcommand() && result.hasMatchedOption("--store")) {
            throw new ParameterException(
                result.commandSpec().commandLine(), "--store stands after the command, not before");
          }
          return new CommandLine.RunLast().execute(result);
        });
    return line;
  }

  @Mixin private final StoreOption store = new StoreOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return WindowCommand.open(store.folder());
  }

  /** One sentence on what is wrong with the command line, and where to read on. */
  private static int refuse(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("'" + line.getCommandSpec().qualifiedName() + " --help' tells more.");
    err.flush();
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** One sentence for the person; the stack, if it is our mistake, for the log. */
  private static int explain(Exception e, CommandLine line, ParseResult result) {
    PrintWriter err = line.getErr();
    if (e instanceof IOException io) {
      err.println(sentence(io));
    } else if (e instanceof InvalidPathException path) {
      err.println(
          path.getInput() + " is no name that a file can have here (" + path.getReason() + ").");
    } else if (e instanceof ProgrammeException) {
      err.println(e.getMessage());
    } else {
      Logger.error(e, "a command failed");
      err.println(
          "Something broke inside Stillpoint ("
              + e.getClass().getSimpleName()
              + "): the log in the data folder tells more; please report it.");
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** What is wrong, in one sentence: our own, or what the system says of a file. */
  static String sentence(IOException e) {
    return e instanceof FileSystemException file
        ? file.getFile()
            + " cannot be used ("
            + Store.reason(file)
            + "): choose another place, or correct its rights."
        : String.valueOf(e.getMessage());
  }

  /** Tells the version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"stillpoint " + Host.version()};
    }
  }
}

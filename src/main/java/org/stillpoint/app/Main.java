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
import picocli.CommandLine.UnmatchedArgumentException;

/** Starts Stillpoint: runs a command, or opens the window if no command is given. */
@Command(
    name = "stillpoint",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "[COMMAND]",
    description = "A biofeedback relaxation monitor. Without a command, it opens the window.",
    footer = {
      "",
      "Exit codes: 0 success, 1 failure, 2 wrong usage, 130 interrupted.",
      "A wellness practice, not a medical device."
    },
    subcommands = {
      DemoCommand.class,
      PortsCommand.class,
      MonitorCommand.class,
      SessionCommand.class,
      SessionsCommand.class,
      TrendsCommand.class,
      RateCommand.class,
      NoteCommand.class,
      DeleteCommand.class,
      CourseCommand.class,
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
  /**
   * Runs one command line and ends the process with its exit code: 0 success, 1 failure, 2 wrong
   * usage.
   */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, charset());
    System.exit(execute(out, args));
  }

  /**
   * The charset of System.out. System.out itself is not used: it hides errors such as a full disk.
   */
  private static Charset charset() {
    String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    return name == null ? Charset.defaultCharset() : Charset.forName(name);
  }

  /** Runs one command line. Output that could not be written makes the command a failure. */
  static int execute(PrintWriter out, String... args) {
    CommandLine line = commandLine().setOut(out);
    int code = line.execute(args);
    if (!out.checkError()) {
      return code;
    }
    line.getErr()
        .println(
            "Not all of the output could be written: the disk is full, or the program that reads"
                + " it has ended. Free some space, or run the command again.");
    return code == 0 ? CommandLine.ExitCode.SOFTWARE : code;
  }

  /** The command line, ready to execute. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(Main::explain);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Main::refuse);
    line.setExecutionStrategy(Main::run);
    return line;
  }

  private static int run(ParseResult result) {
    if (result.hasSubcommand() && result.hasMatchedOption("--store")) {
      throw new ParameterException(
          result.commandSpec().commandLine(), "--store goes after the command, not before it");
    }
    ParseResult last = result;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    CommandLine line = last.commandSpec().commandLine();
    // With --help, picocli ignores an unknown command and shows the help of the command above it.
    if (!last.unmatched().isEmpty() && !line.getSubcommands().isEmpty()) {
      throw new UnmatchedArgumentException(line, last.unmatched());
    }
    return new CommandLine.RunLast().execute(result);
  }

  @Mixin private final StoreOption store = new StoreOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return WindowCommand.open(store.folder());
  }

  /** Prints one sentence on what is wrong with the command line, and where to read on. */
  private static int refuse(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(isUnknownCommand(e) ? unknownCommand(e) : e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Run '" + line.getCommandSpec().qualifiedName() + " --help' to read more.");
    err.flush();
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static boolean isUnknownCommand(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !e.getCommandLine().getSubcommands().isEmpty();
  }

  private static String unknownCommand(ParameterException e) {
    String name = ((UnmatchedArgumentException) e).getUnmatched().get(0);
    return "There is no command '"
        + e.getCommandLine().getCommandSpec().qualifiedName()
        + " "
        + name
        + "'.";
  }

  /** Prints one sentence for the person. The stack trace of an internal error goes to the log. */
  private static int explain(Exception e, CommandLine line, ParseResult result) {
    PrintWriter err = line.getErr();
    if (e instanceof IOException io) {
      err.println(sentence(io));
    } else if (e instanceof InvalidPathException path) {
      err.println(
          path.getInput()
              + " is not a valid file name on this system ("
              + path.getReason()
              + "): choose another name.");
    } else if (e instanceof ProgrammeException) {
      err.println(e.getMessage());
    } else {
      Logger.error(e, "a command failed");
      err.println(
          "Stillpoint failed because of an internal error ("
              + e.getClass().getSimpleName()
              + "): report it, with the log from the data folder.");
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** One sentence on what is wrong: our own, or one made from what the system says of a file. */
  static String sentence(IOException e) {
    return e instanceof FileSystemException file
        ? file.getFile()
            + " cannot be used ("
            + Store.reason(file)
            + "): choose another location, or correct its permissions."
        : String.valueOf(e.getMessage());
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"stillpoint " + Host.version()};
    }
  }
}

package dev.annals.cli;

import dev.annals.app.OutputFile;
import dev.annals.app.Progress;
import dev.annals.model.Nearest;
import dev.annals.model.Problem;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code annals}: what every verb shares, and how it ends. */
@Command(
    name = "annals",
    versionProvider = AnnalsCommand.Version.class,
    description = "Writes the history of a database schema.",
    subcommands = {
      InitCommand.class,
      BuildCommand.class,
      ServeCommand.class,
      CheckCommand.class,
      NotesCommand.class,
      DiffCommand.class,
      ExplainCommand.class
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:findings at or above --fail-on",
      "2:wrong usage or configuration",
      "3:could not read, connect, replay or write",
      "4:drift alone: a live database differs from its migrations",
      "130, 143:interrupted; the former site is untouched or the new one complete"
    })
final class AnnalsCommand implements Runnable {

  private static final Pattern CHOICE =
      Pattern.compile(
          "Invalid value for option '(.+?)'(?: \\(.*\\))?: expected one of \\[(.*)] \\(.*\\) but was"
              + " '(.*)'",
          Pattern.DOTALL);

  static final int USAGE = 2;
  static final int FAILURE = 3;

  final PrintWriter out;
  final PrintWriter err;
  final Map<String, String> environment;
  final Path folder;
  private final boolean terminal;

  @Spec CommandSpec spec;

  @Option(
      names = {"-q", "--quiet"},
      scope = CommandLine.ScopeType.INHERIT,
      description = "Say nothing but the result and what is wrong.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = CommandLine.ScopeType.INHERIT,
      description = "Say more: notes, and stack traces.")
  boolean verbose;

  @Option(
      names = "--no-color",
      scope = CommandLine.ScopeType.INHERIT,
      description = "No colour and no moving lines.")
  boolean noColor;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  AnnalsCommand(
      PrintWriter out,
      PrintWriter err,
      Map<String, String> environment,
      Path folder,
      boolean terminal) {
    this.out = out;
    this.err = err;
    this.environment = environment;
    this.folder = folder;
    this.terminal = terminal;
  }

  /** True where standard output is a terminal that takes colours. */
  boolean colourOut() {
    boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
    boolean refused = noColor || !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return environment.containsKey("ANNALS_TERMINAL_OUT") && !refused && !dumb;
  }

  /** How wide the terminal is, as the launcher has found; 0 where it is none. */
  int columns() {
    String columns = environment.getOrDefault("ANNALS_COLUMNS", "");
    return columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : 0;
  }

  int run(String... arguments) {
    try {
      return execute(arguments);
    } catch (OutOfMemoryError e) {
      err.println("annals: there was not enough memory for it");
      err.println("  Nothing was published. Give it more: ANNALS_JAVA_OPTIONS=-Xmx4g");
      return FAILURE;
    } catch (StackOverflowError e) {
      return defect(e);
    }
  }

  private int execute(String... arguments) {
    boolean colour = terminal && !environment.containsKey("NO_COLOR");
    return new CommandLine(this)
        .setOut(out)
        .setErr(err)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                colour ? CommandLine.Help.Ansi.AUTO : CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler(this::wrongUsage)
        .setExecutionExceptionHandler((e, line, parsed) -> tell(e))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do, for instance: annals build");
  }

  /**
   * Prints a verb's result, or writes it to a file and prints that file's name.
   *
   * @param file null for standard output
   * @param what how messages call it
   */
  void give(String text, Path file, String what) {
    if (file == null) {
      out.print(text);
      out.flush();
    } else {
      OutputFile.write(folder.resolve(file), text.getBytes(StandardCharsets.UTF_8), what);
      out.println(file);
    }
  }

  /** How far the work has come, for people. */
  Progress progress() {
    return quiet ? Progress.SILENT : new TerminalProgress(err, terminal && !noColor, verbose);
  }

  private int wrongUsage(ParameterException e, String[] arguments) {
    err.println("annals: " + plain(String.valueOf(e.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println(
        "  \""
            + e.getCommandLine().getCommandSpec().qualifiedName()
            + " --help\" lists what there is.");
    return USAGE;
  }

  /** Words of a choice as they are written in the help, with what was probably meant. */
  private static String plain(String message) {
    Matcher choice = CHOICE.matcher(message);
    if (!choice.matches()) {
      return message;
    }
    List<String> known = List.of(choice.group(2).toLowerCase(Locale.ROOT).split(", "));
    String said = choice.group(3);
    String meant = Nearest.suggestion(said.toLowerCase(Locale.ROOT), known);
    return "%s cannot be \"%s\"%s (known: %s)"
        .formatted(
            choice.group(1), said, meant.isEmpty() ? "" : ". " + meant, String.join(", ", known));
  }

  private int tell(Exception e) {
    if (!(e instanceof Problem problem)) {
      return defect(e);
    }
    told(problem);
    return problem.kind() == Problem.Kind.USAGE ? USAGE : FAILURE;
  }

  /** Says what is wrong. */
  void told(Problem problem) {
    err.println("annals: " + problem.getMessage());
    problem.advice().lines().forEach(line -> err.println("  " + line));
    if (verbose) {
      problem.printStackTrace(err);
    }
  }

  /** What went round and round is told once. */
  private int defect(Throwable e) {
    e.setStackTrace(Stream.of(e.getStackTrace()).distinct().toArray(StackTraceElement[]::new));
    err.println("annals: a defect of ours: " + e);
    err.println("  Please report it, with what follows.");
    e.printStackTrace(err);
    return FAILURE;
  }

  /** The version that the jar was built as. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"annals " + number()};
    }

    String number() {
      String version = AnnalsCommand.class.getPackage().getImplementationVersion();
      return version == null ? "(development)" : version;
    }
  }
}

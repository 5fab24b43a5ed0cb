package dev.annals.cli;

import dev.annals.app.OutputFile;
import dev.annals.app.Progress;
import dev.annals.model.Problem;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
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
    err.println("annals: " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println(
        "  \""
            + e.getCommandLine().getCommandSpec().qualifiedName()
            + " --help\" lists what there is.");
    return USAGE;
  }

  private int tell(Exception e) {
    if (!(e instanceof Problem problem)) {
      return defect(e);
    }
    err.println("annals: " + problem.getMessage());
    problem.advice().lines().forEach(line -> err.println("  " + line));
    if (verbose) {
      problem.printStackTrace(err);
    }
    return problem.kind() == Problem.Kind.USAGE ? USAGE : FAILURE;
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

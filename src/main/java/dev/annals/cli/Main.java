package dev.annals.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** The command line's entry: hands streams, environment and folder on, and exits. */
public final class Main {

  private Main() {}

  /** Runs one command. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT); // libraries translate their messages; ours are in one language
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    // the launcher knows whether standard error is a terminal; Java 17 cannot tell
    boolean terminal = System.getenv("ANNALS_TERMINAL") != null;
    int code = new AnnalsCommand(out, err, System.getenv(), Path.of(""), terminal).run(arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }
}

package dev.annals.cli;

import dev.annals.app.ServeSite;
import dev.annals.model.Problem;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code annals serve}: shows the site while pages and migrations are written. */
@Command(
    name = "serve",
    description = {
      "Shows the site to the browsers of this machine while you write: after an edit of a page, a"
          + " migration, the configuration or the theme, open pages show it by themselves. Nothing"
          + " is written; annals build publishes. Ctrl-C ends it."
    },
    sortOptions = false)
final class ServeCommand implements Callable<Integer> {

  private static final int USUAL_PORT = 4747;

  @ParentCommand AnnalsCommand annals;

  @Mixin ProjectOptions project;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Serve there, or fail; " + USUAL_PORT + " or the next free port by default.")
  Integer port;

  @Option(names = "--open", description = "Open the home page in a browser.")
  boolean open;

  @Override
  public Integer call() {
    if (port != null && (port < 0 || port > 65_535)) {
      throw Problem.usage(
          "serving on port " + port + ": there is no such port", "Ports are 1 to 65535.");
    }
    try (ServeSite site =
        new ServeSite(
            project.request(annals, null),
            port == null ? USUAL_PORT : port,
            port != null,
            annals.progress(),
            annals::told)) {
      annals.out.println(site.address());
      if (open) {
        open(site.address());
      }
      site.run();
    }
    return 0;
  }

  private void open(URI address) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    List<String> command =
        system.contains("win")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
            : List.of(system.contains("mac") ? "open" : "xdg-open", address.toString());
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      annals.progress().note("no browser was opened (" + e.getMessage() + "): open it yourself");
    }
  }
}

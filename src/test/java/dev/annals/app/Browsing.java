package dev.annals.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Lends a browser to methods that take one: the same to all of a class, of which it is quit at the
 * end. Tests are skipped where there is none.
 */
final class Browsing implements ParameterResolver {

  private static final ExtensionContext.Namespace OWN =
      ExtensionContext.Namespace.create(Browsing.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext ofClass =
        context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context;
    return ofClass
        .getStore(OWN)
        .computeIfAbsent(Loan.class, key -> Loan.begin(), Loan.class)
        .browser;
  }

  /** A browser and the folder of its profile, until the class has ended. */
  private record Loan(Browser browser, Path folder) implements AutoCloseable {

    static Loan begin() {
      try {
        Path folder = Files.createTempDirectory("annals-browser-");
        Browser browser = Browser.start(folder);
        browser.send("Log.enable");
        return new Loan(browser, folder);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("no browser could be started", e);
      }
    }

    @Override
    public void close() {
      browser.close();
      // what the browser had started writes on for a moment
      for (int attempt = 0; attempt < 20; attempt++) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(file);
          }
          return;
        } catch (IOException | UncheckedIOException e) {
          LockSupport.parkNanos(100_000_000);
        }
      }
    }
  }
}

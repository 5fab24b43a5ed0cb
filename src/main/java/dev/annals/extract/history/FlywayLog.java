package dev.annals.extract.history;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;

/**
 * What becomes of that which Flyway logs. Until somebody says where to, it keeps all of it, also
 * what only those want who look for faults in it: several messages for each statement.
 */
public final class FlywayLog {

  private FlywayLog() {}

  /** Lets go of all of it: what went wrong comes as an exception, and nobody reads the rest. */
  public static void off() {
    LogFactory.setLogCreator(of -> new Nowhere());
  }

  private static final class Nowhere implements Log {

    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Exception e) {}

    @Override
    public void notice(String message) {}
  }
}

package dev.annals.app;

import dev.annals.model.gate.Threshold;
import java.nio.file.Path;

/**
 * How a project is to be checked.
 *
 * @param failOn from which severity on findings fail; null where the configuration decides
 * @param format in which form they are told
 * @param output the file for them; null for standard output
 * @param baseline the file of known findings; null where the configuration decides
 * @param writeBaseline write that file instead of telling
 * @param colour whether the terminal takes colours
 * @param verbose tell the hints, the ignored and the known, too, and fold nothing
 * @param columns how wide the terminal is; 0 where it is none
 * @param version of Annals
 */
public record CheckRequest(
    Threshold failOn,
    Format format,
    Path output,
    Path baseline,
    boolean writeBaseline,
    boolean colour,
    boolean verbose,
    int columns,
    String version) {

  /** In which form findings are told. */
  public enum Format {
    TERMINAL,
    JSON,
    SARIF,
    JUNIT,
    GITHUB,
    GITLAB
  }
}

package dev.annals.model.witness;

import java.util.List;

/**
 * A statement that a user of the schema before a change may send, to be tried before and after it.
 *
 * @param side whose statement it is
 * @param role as whom it is sent: empty for the role that migrates, {@link #ANYBODY} for one that
 *     has no rights but those of all
 * @param setup what has to be done before it, in the same transaction and as the role that migrates
 * @param sql the statement
 * @param how how far it has to go
 * @param naming the server's message counts only with this text in it; empty for any message
 */
public record Probe(
    Side side, String role, List<String> setup, String sql, How how, String naming) {

  /** The role of whoever has no rights of their own. */
  public static final String ANYBODY = "public";

  public Probe {
    setup = List.copyOf(setup);
  }

  /** How far a statement has to go. */
  public enum How {
    /** Its names and types are looked up. */
    LOOK_UP,
    /** Its names and types are looked up, and the types of its result are compared. */
    DESCRIBE,
    /** It is planned, and its rights are checked. */
    PLAN,
    /** It is carried out, and taken back. */
    RUN
  }
}

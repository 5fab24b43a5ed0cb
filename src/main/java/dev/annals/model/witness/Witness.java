package dev.annals.model.witness;

import java.util.List;

/**
 * A statement that worked on the schema before a change and is refused, or answered otherwise, on
 * the one after it. Both were seen on a real server.
 *
 * @param side whose statement it is
 * @param role as whom it was sent; see {@link Probe#role}
 * @param setup what was done before it in the same transaction
 * @param sql the statement
 * @param outcome in which way it works no more
 * @param state the SQLSTATE of the refusal; empty where it is not refused
 * @param before what it gave before; empty where it is refused
 * @param after what it gives now, or the server's words of refusal
 */
public record Witness(
    Side side,
    String role,
    List<String> setup,
    String sql,
    Outcome outcome,
    String state,
    String before,
    String after) {

  public Witness {
    setup = List.copyOf(setup);
  }
}

package dev.annals.model.witness;

import java.util.List;

/**
 * What a server said to a statement.
 *
 * @param state the SQLSTATE of its refusal; empty where the statement worked
 * @param message its words of refusal; empty where the statement worked
 * @param types the types of the result's columns
 * @param rows the first rows of the result, where it was carried out
 */
public record Answer(String state, String message, List<String> types, List<String> rows) {

  /** Nothing was asked, since what has to come before the statement failed already. */
  public static final Answer NONE = new Answer("unasked", "", List.of(), List.of());

  public Answer {
    types = List.copyOf(types);
    rows = List.copyOf(rows);
  }

  /** True where the statement was accepted. */
  public boolean worked() {
    return state.isEmpty();
  }
}

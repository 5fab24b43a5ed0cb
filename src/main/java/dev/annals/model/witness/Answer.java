package dev.annals.model.witness;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a server said to a statement.
 *
 * @param state the SQLSTATE of its refusal; empty where the statement worked
 * @param message its words of refusal; empty where the statement worked; where nothing was asked,
 *     the refusal of what has to come before it
 * @param types the types of the result's columns
 * @param rows the first rows of the result, where it was carried out
 */
public record Answer(String state, String message, List<String> types, List<String> rows) {

  private static final String UNASKED = "unasked";

  /** Nothing was asked, and nobody knows why. */
  public static final Answer NONE = unasked("");

  public Answer {
    types = List.copyOf(types);
    rows = List.copyOf(rows);
  }

  /**
   * Nothing was asked.
   *
   * @param why what the server said to what has to come before the statement; empty where nobody
   *     knows
   */
  public static Answer unasked(String why) {
    return new Answer(UNASKED, why, List.of(), List.of());
  }

  /** True where the server has answered at all. */
  public boolean asked() {
    return !state.equals(UNASKED);
  }

  /** True where the server's words have a name in them, as a word of its own. */
  public boolean says(String name) {
    return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)").matcher(message).find();
  }

  /** True where the statement was accepted. */
  public boolean worked() {
    return state.isEmpty();
  }
}

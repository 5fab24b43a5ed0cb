package dev.annals.render.notes;

import dev.annals.model.history.Migration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a migration's author says beside its statements. Lines are made sentences; headings, what a
 * dump writes of itself, and what only says in words what the statements say are no reasons.
 */
final class Reason {

  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Pattern OF_A_DUMP =
      Pattern.compile(
          "(?i)(PostgreSQL database (cluster )?dump( complete)?|Dumped (from|by) .*"
              + "|Name: .*; Type: .*|Type: .*; Schema: .*)");

  /**
   * What follows these on the next line belongs to the same sentence, whatever its first letter.
   */
  private static final Pattern OPEN =
      Pattern.compile(
          "(?i).*([,;:(/–—-]|\\b(a|an|the|of|by|in|on|at|to|for|from|with|and|or|is|are|as|that|than|into|via))");

  private static final Pattern ITEM = Pattern.compile("(?:[-*•+]|\\d+[.)])\\s+(.*)");

  /** Words that a statement need not hold to say what they say. */
  private static final Set<String> EMPTY =
      Set.of(
          ("a an the to for of on in with and or is as by from at its it this that which be we now new"
                  + " also only some all existing migration script sql db database add adds added create"
                  + " creates created drop drops dropped remove removes removed delete deletes deleted"
                  + " insert inserts inserted change changes changed modify alter alters altered update"
                  + " updates updated set sets table tables column columns field fields index indexes"
                  + " indices constraint constraints key keys row rows data value values type types"
                  + " function trigger view sequence schema primary foreign unique")
              .split(" "));

  private Reason() {}

  /** In sentences, on one line; empty where nothing is said that the statements do not say. */
  static String of(Migration migration) {
    String comment = sentences(migration.comment());
    if (!comment.isEmpty() && !isRestated(comment, migration)) {
      return comment;
    }
    return "";
  }

  /** True for words that all stand in the statements or in the file's name. */
  static boolean isRestated(String text, Migration migration) {
    Set<String> words = words(text);
    words.removeAll(EMPTY);
    String all = (migration.sql() + " " + migration.description()).toLowerCase(Locale.ROOT);
    if (!words.stream().allMatch(all::contains)) {
      return false; // quicker to see than to take a long script apart
    }
    Set<String> said = words(migration.sql().replaceAll("(?m)--.*$", " "));
    said.addAll(words(migration.description()));
    return said.containsAll(words);
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : WORDS.split(text.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " "))) {
      String lower = word.toLowerCase(Locale.ROOT);
      words.add(
          lower.length() > 3 && lower.endsWith("s")
              ? lower.substring(0, lower.length() - 1)
              : lower);
    }
    words.remove("");
    return words;
  }

  /** The subject of a commit whose lines were bullets once. */
  static String items(String subject) {
    return subject.startsWith("* ")
        ? subject.substring(2).replaceAll("\\s+\\* (?=\\p{Lu})", "; ")
        : subject;
  }

  /** The lines of a comment as running text. */
  static String sentences(String comment) {
    List<String> blocks = new ArrayList<>();
    for (String block : comment.replace("\r", "").split("\n[ \\t]*\n")) {
      String text = joined(Arrays.stream(block.split("\n")).map(String::strip).toList());
      if (!text.isEmpty() && text.chars().anyMatch(Character::isLowerCase)) {
        blocks.add(text);
      }
    }
    StringBuilder all = new StringBuilder();
    for (String block : blocks) {
      separate(all, block);
    }
    return all.toString();
  }

  private static String joined(List<String> lines) {
    StringBuilder text = new StringBuilder();
    boolean list = false;
    for (String line : lines) {
      if (line.isEmpty() || OF_A_DUMP.matcher(line).matches()) {
        continue;
      }
      var item = ITEM.matcher(line);
      if (item.matches()) {
        text.append(text.length() == 0 ? "" : list ? "; " : " ").append(item.group(1));
        list = true;
      } else if (beginsSentence(line) && !OPEN.matcher(text).matches()) {
        separate(text, line);
      } else {
        text.append(text.length() == 0 ? "" : " ").append(line);
      }
    }
    return text.toString().strip();
  }

  /** A capital and small letters, and then a word in small letters: a name alone begins none. */
  private static boolean beginsSentence(String line) {
    return line.matches("\\p{Lu}\\p{Ll}*[ ,:].*");
  }

  private static void separate(StringBuilder text, String next) {
    if (text.length() > 0) {
      char last = text.charAt(text.length() - 1);
      text.append(Character.isLetterOrDigit(last) || last == ')' || last == '"' ? ". " : " ");
    }
    text.append(next);
  }
}

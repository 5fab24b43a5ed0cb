package dev.annals.judge.design;

import dev.annals.model.Counted;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The words in names, and names in sentences and in SQL. */
final class Wording {

  private Wording() {}

  private static final Pattern PARTS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\d])(?=\\p{Lu})");

  /** Most names are like that, and soon taken apart. */
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9_]*+");

  /** The words of a name, in lower case: {@code customer_id} and {@code customerId} have two. */
  static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    if (PLAIN.matcher(name).matches()) {
      StringTokenizer parts = new StringTokenizer(name, "_");
      while (parts.hasMoreTokens()) {
        words.add(parts.nextToken());
      }
      return words;
    }
    for (String word : PARTS.split(name)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** The last word of a name; empty where it has none. */
  static String last(String name) {
    List<String> words = words(name);
    return words.isEmpty() ? "" : words.get(words.size() - 1);
  }

  static boolean has(String name, Set<String> any) {
    return words(name).stream().anyMatch(any::contains);
  }

  /** A word that stands for one, where the English rules find it. */
  static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.matches(".*(ss|x|ch|sh)es")) {
      return word.substring(0, word.length() - 2);
    }
    return isPlural(word) ? word.substring(0, word.length() - 1) : word;
  }

  /** True where a word ends as English plurals do. */
  static boolean isPlural(String word) {
    return word.length() > 3
        && word.endsWith("s")
        && !word.matches(".*(ss|us|is|as|os|news|series)");
  }

  /** A list as people write it: "a", "a and b", "a, b and c". */
  static String list(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** A list that says no more than the first few. */
  static String few(List<String> names) {
    return names.size() <= 4
        ? list(names)
        : String.join(", ", names.subList(0, 3)) + " and " + Counted.of(names.size() - 3) + " more";
  }

  /** Columns in parentheses, as SQL wants them. */
  static String columns(List<String> names) {
    return "(" + String.join(", ", names.stream().map(Wording::sql).toList()) + ")";
  }

  /** Keys of an index in parentheses: columns, and expressions as the server writes them. */
  static String keys(List<String> keys) {
    return "("
        + String.join(
            ", ", keys.stream().map(key -> key.matches(".*[( ].*") ? key : sql(key)).toList())
        + ")";
  }

  /** A relation or type as SQL wants it. */
  static String sql(ObjectRef ref) {
    String schema = ref.schema().equals("public") ? "" : sql(ref.schema()) + ".";
    return schema + sql(ref.owner());
  }

  /** A name as SQL wants it: in quotes where it needs them. */
  static String sql(String name) {
    return name.matches("[a-z_][a-z0-9_$]*") && !ReservedWord.RESERVED.contains(name)
        ? name
        : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** The table that a foreign key points to. */
  static ObjectRef target(ForeignKey key) {
    return ObjectRef.table(key.targetSchema(), key.targetTable());
  }

  /** Names without repetition, sorted. */
  static List<String> sorted(List<String> names) {
    return List.copyOf(new TreeSet<>(names));
  }
}

package dev.annals.render.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script of ours in which what it calls by a name of its own has a shorter one. A name becomes
 * one and the same other wherever it stands, and one that nothing else has, so it does not matter
 * where it holds. What stands behind a full stop or is a key is not such a name. Never does a
 * script give one of its own the name of something of the browser's that it uses.
 */
final class ShortNames {

  private static final int APART = 1; // texts, comments and regular expressions
  private static final int NAME = 2;
  private static final int BLANK = 4;

  private static final Pattern PART =
      Pattern.compile(
          "(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`$]*`|/\\*.*?\\*/|//[^\\n]*"
              + "|(?<=[(,=:!&|?] ?)/(?:[^/\\\\\\[\\n]|\\\\.|\\[(?:[^\\]\\\\]|\\\\.)*\\])+/[a-z]*)"
              + "|([A-Za-z_$][\\w$]*)|(\\d[\\w.]*)|(\\s+)|(=>|[.]{3}|.)",
          Pattern.DOTALL);

  private static final Set<String> TAKEN =
      Set.of(
          ("arguments break case catch const continue default delete do document else false finally"
                  + " for function history if in instanceof let location navigator new null of"
                  + " return screen switch this throw true try typeof undefined var void while"
                  + " window")
              .split(" "));

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** A bracket that is open: which, where, and whether it holds keys and values. */
  private record Bracket(int at, boolean keyed) {}

  private final List<String> parts = new ArrayList<>();
  private final List<Integer> sorts = new ArrayList<>();

  /** Numbers of those parts that say something. */
  private final List<Integer> said = new ArrayList<>();

  private final Map<String, Integer> counts = new TreeMap<>();
  private final Set<String> given = new TreeSet<>();
  private final Set<String> kept = new HashSet<>();

  private ShortNames(String script) {
    Matcher matcher = PART.matcher(script);
    while (matcher.find()) {
      int sort = 1;
      while (matcher.group(sort) == null) {
        sort++;
      }
      String part = matcher.group();
      if (sort != BLANK && !part.startsWith("//") && !part.startsWith("/*")) {
        said.add(parts.size());
      }
      parts.add(part);
      sorts.add(sort);
    }
  }

  static String of(String script) {
    ShortNames names = new ShortNames(script);
    return names.isClear() ? names.look().write() : script;
  }

  /** No text has come apart. */
  private boolean isClear() {
    return parts.stream()
        .noneMatch(part -> part.equals("\"") || part.equals("'") || part.equals("`"));
  }

  private String said(int at) {
    return at >= 0 && at < said.size() ? parts.get(said.get(at)) : "";
  }

  private boolean isName(int at) {
    return sorts.get(said.get(at)) == NAME;
  }

  /** Behind a full stop, or before the colon of a value. */
  private boolean isKey(int at) {
    String before = said(at - 1);
    return before.equals(".")
        || (said(at + 1).equals(":") && (before.equals("{") || before.equals(",")));
  }

  private ShortNames look() {
    Deque<Bracket> open = new ArrayDeque<>();
    int declaring = -1;
    for (int at = 0; at < said.size(); at++) {
      String part = said(at);
      String before = said(at - 1);
      String after = said(at + 1);
      if (sorts.get(said.get(at)) == APART) {
        continue;
      }
      if ("([{".contains(part)) {
        boolean keyed = part.equals("{") && before.matches("[(,=:\\[?|&]|return|var");
        open.push(new Bracket(at, keyed));
      } else if (")]}".contains(part)) {
        int start = open.pop().at();
        boolean taking =
            after.equals("=>")
                || said(start - 1).matches("function|catch")
                || said(start - 2).equals("function");
        for (int i = start + 1; part.equals(")") && taking && i < at; i++) {
          if (isName(i)) {
            given.add(said(i));
          }
        }
        declaring = open.size() < declaring ? -1 : declaring;
      } else if (part.equals(";")) {
        declaring = open.size() == declaring ? -1 : declaring;
      }
      if (!isName(at) || isKey(at)) {
        continue;
      }
      counts.merge(part, 1, Integer::sum);
      declaring = part.equals("var") ? open.size() : declaring;
      boolean listed = before.equals(",") && open.size() == declaring;
      if (listed || before.equals("var") || before.equals("function") || after.equals("=>")) {
        given.add(part);
      }
      boolean begins = before.equals("{") || before.equals(",");
      if (begins && !open.isEmpty() && open.peek().keyed() && after.matches("[,}(]")) {
        kept.add(part); // a key and its value in one
      }
    }
    return this;
  }

  private String write() {
    Map<String, String> names = names();
    int at = 0;
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      boolean says = at < said.size() && said.get(at) == i;
      String part = parts.get(i);
      out.append(
          says && sorts.get(i) == NAME && !isKey(at) ? names.getOrDefault(part, part) : part);
      at += says ? 1 : 0;
    }
    return out.toString();
  }

  /** The shortest for those that come most often. */
  private Map<String, String> names() {
    List<String> free = new ArrayList<>();
    LETTERS.chars().forEach(letter -> free.add(Character.toString(letter)));
    LETTERS.chars().forEach(a -> LETTERS.chars().forEach(b -> free.add("" + (char) a + (char) b)));
    free.removeIf(name -> counts.containsKey(name) || TAKEN.contains(name));
    Map<String, String> names = new HashMap<>();
    given.stream()
        .filter(name -> name.length() > 1 && !TAKEN.contains(name) && !kept.contains(name))
        .sorted(Comparator.comparing((String name) -> -counts.getOrDefault(name, 0)))
        .filter(name -> counts.containsKey(name) && free.get(names.size()).length() < name.length())
        .forEach(name -> names.put(name, free.get(names.size())));
    return names;
  }
}

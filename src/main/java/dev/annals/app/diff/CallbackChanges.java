package dev.annals.app.diff;

import dev.annals.extract.history.Callbacks;
import dev.annals.extract.history.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What became of callbacks: they run with every migrate, not only with new migrations. */
final class CallbackChanges {

  private CallbackChanges() {}

  /** A sentence for each that is new, gone, or another. */
  static List<String> of(Plan base, Plan head) {
    Map<String, String> then = texts(base.callbacks());
    Map<String, String> now = texts(head.callbacks());
    TreeSet<String> all = new TreeSet<>(then.keySet());
    all.addAll(now.keySet());
    List<String> notes = new ArrayList<>();
    for (String path : all) {
      String before = then.get(path);
      String after = now.get(path);
      if (after == null) {
        notes.add("the callback " + path + " is gone: what it made stays");
      } else if (!after.equals(before)) {
        notes.add(
            "the callback "
                + path
                + (before == null ? " is new" : " was edited")
                + ": the next migrate runs it, whether or not a migration is pending; what it does"
                + " is shown with the migrations that it surrounds");
      }
    }
    return notes;
  }

  private static Map<String, String> texts(Callbacks callbacks) {
    Map<String, String> texts = new TreeMap<>();
    callbacks.all().forEach(each -> texts.put(each.path(), each.sql() + "\0" + each.config()));
    return texts;
  }
}

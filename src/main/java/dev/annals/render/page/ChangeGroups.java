package dev.annals.render.page;

import dev.annals.model.change.JudgedChange;
import dev.annals.render.html.Sentences;
import dev.annals.render.notes.Alike;
import dev.annals.render.page.Views.ChangeGroup;
import dev.annals.render.page.Views.ChangeView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Changes of a page, those of which the same is said in one line that opens. */
final class ChangeGroups {

  private ChangeGroups() {}

  /**
   * The changes in their order, the alike ones where the first of them stands.
   *
   * @param atLeast so many are told in one line
   * @param view a change and how many of its group stand before it
   */
  static List<ChangeGroup> of(
      List<JudgedChange> judged, int atLeast, BiFunction<JudgedChange, Integer, ChangeView> view) {
    List<ChangeGroup> groups = new ArrayList<>();
    for (List<JudgedChange> group : Alike.groups(judged, atLeast)) {
      List<ChangeView> views = new ArrayList<>();
      group.forEach(each -> views.add(view.apply(each, views.size())));
      String summary =
          group.size() == 1 ? "" : Sentences.of(Alike.common(group).orElseThrow().of(group.size()));
      groups.add(new ChangeGroup(summary, views));
    }
    return groups;
  }
}

package dev.annals.render.page;

import dev.annals.model.schema.ForeignKey;
import dev.annals.render.page.LoadingOrder.Turn;
import dev.annals.render.page.Views.CircleView;
import dev.annals.render.page.Views.LateKey;
import dev.annals.render.page.Views.Link;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The order of loading for readers: how many steps, and what is in the way. */
final class LoadingSection {

  /** So many are shown; the file has all. */
  private static final int MOST = 20;

  private final Kit kit;
  private final String path;

  LoadingSection(Kit kit, String path) {
    this.kit = kit;
    this.path = path;
  }

  /** What the template shows; nothing where there are no tables. */
  List<Map<String, Object>> view() {
    List<Turn> turns = kit.loading();
    if (turns.isEmpty()) {
      return List.of();
    }
    Map<Integer, List<Turn>> circles =
        turns.stream()
            .filter(turn -> turn.circle() > 0)
            .collect(Collectors.groupingBy(Turn::circle, TreeMap::new, Collectors.toList()));
    List<Turn> selves = turns.stream().filter(turn -> !turn.own().isEmpty()).toList();
    return List.of(
        Map.of(
            "tables", turns.size(),
            "steps", turns.get(turns.size() - 1).step(),
            "file", kit.browsed() ? LoadingFile.PATH : "",
            "circles", circles.values().stream().limit(MOST).map(this::circle).toList(),
            "moreCircles", Math.max(0, circles.size() - MOST),
            "selves", selves.stream().limit(MOST).map(this::link).toList(),
            "moreSelves", Math.max(0, selves.size() - MOST)));
  }

  private CircleView circle(List<Turn> turns) {
    List<LateKey> late =
        turns.stream().flatMap(turn -> turn.late().stream().map(key -> late(turn, key))).toList();
    return new CircleView(
        turns.stream().limit(MOST).map(this::link).toList(),
        Math.max(0, turns.size() - MOST),
        late.stream().limit(MOST).toList(),
        Math.max(0, late.size() - MOST));
  }

  private LateKey late(Turn turn, ForeignKey key) {
    return new LateKey(link(turn), key.name(), LoadingFile.way(kit.index().schema(), key).words());
  }

  private Link link(Turn turn) {
    return new Link(kit.listed(turn.table().display()), kit.index().href(path, turn.table()));
  }
}

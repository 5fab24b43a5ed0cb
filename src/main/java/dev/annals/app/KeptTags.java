package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.extract.git.GitHistory;
import dev.annals.extract.git.GitTag;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedCallback;
import dev.annals.judge.JudgeSettings;
import dev.annals.judge.JudgedBefore;
import dev.annals.kept.Edition;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.model.history.History;
import dev.annals.model.schema.Schema;
import dev.annals.packed.Packed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * What was found out about a project's git tags: their migrations, and the schema where it is not
 * one of today's history. A tag stays what it is, and to read its files, let Flyway resolve them
 * and look for their replay takes a project with many releases seconds.
 */
final class KeptTags {

  private final Optional<Store> store;
  private final Key key;
  private final Map<String, Tag> known = new HashMap<>();

  /** What is asked for in this run: the others are tags that are gone. */
  private final Map<String, Tag> asked = new TreeMap<>();

  /**
   * A tag.
   *
   * @param name the tag's
   * @param commit that it marks
   * @param files none where it has no migrations
   * @param schema none where it was not asked for
   */
  record Tag(String name, String commit, List<TagFile> files, List<Schema> schema) {}

  /**
   * What is kept.
   *
   * @param all by the order of their names, since neighbours have most in common
   */
  private record Tags(List<Tag> all) {}

  private KeptTags(Optional<Store> store, Key key) {
    this.store = store;
    this.key = key;
    store
        .flatMap(each -> Packed.read(each, key, Tags.class))
        .ifPresent(tags -> tags.all().forEach(tag -> known.put(tag.name(), tag)));
  }

  /**
   * What is kept of a project's tags.
   *
   * @param today of which a tag that lacks their folder borrows the callbacks
   * @param server the server's build; empty where that is not known, and nothing is kept
   */
  static KeptTags of(
      BuildRequest request, Config config, FlywaySettings settings, Plan today, String server) {
    Optional<Store> store = Caches.work(request, server);
    return new KeptTags(
        store, store.isPresent() ? key(config, settings, today, server) : Key.of("tags"));
  }

  private static Key key(Config config, FlywaySettings settings, Plan today, String server) {
    List<String> parts = new ArrayList<>(List.of("tags", Edition.current(), server));
    parts.add(config.project().toAbsolutePath().normalize().toString());
    parts.add(Key.of(Packed.write(settings)).hex());
    for (PlannedCallback callback : today.callbacks().all()) {
      parts.add(callback.path());
      parts.add(callback.sql());
      parts.add(callback.config());
    }
    return Key.of(parts.toArray(String[]::new));
  }

  /**
   * What releases brought that are made of these tags, as far as that is known.
   *
   * @param beginning tells, for a number of steps, a text that differs where so many of the
   *     history's first do; empty where that is not known
   */
  JudgedBefore judged(
      JudgeSettings settings, History history, IntFunction<Optional<String>> beginning) {
    return store
        .<JudgedBefore>map(each -> new KeptReleases(each, settings, key.hex(), history, beginning))
        .orElse(JudgedBefore.NOTHING);
  }

  /**
   * What git says of their descent.
   *
   * @param folders of the migrations
   */
  KeptAncestry ancestry(GitHistory git, List<String> folders) {
    return new KeptAncestry(store, git, folders);
  }

  /** What is known of a tag; empty for a new one, and one that marks another commit now. */
  Optional<Tag> get(GitTag tag) {
    Tag last = asked.getOrDefault(tag.name(), known.get(tag.name()));
    Optional<Tag> found =
        Optional.ofNullable(last).filter(each -> each.commit().equals(tag.commit().id()));
    found.ifPresent(each -> asked.put(tag.name(), each));
    return found;
  }

  /** Learns something of a tag. */
  void put(Tag tag) {
    asked.put(tag.name(), tag);
  }

  /** Keeps it for the next run, where something is not as it was. */
  void keep() {
    if (!asked.equals(known) && store.isPresent()) {
      store.get().put(key, Packed.write(new Tags(List.copyOf(asked.values()))));
    }
  }
}

package dev.annals.extract.replay.cache;

import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.model.witness.Answer;
import dev.annals.model.witness.Probe;
import dev.annals.model.witness.Trial;
import dev.annals.model.witness.Tried;
import dev.annals.packed.Packed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers to the probes of trials; trials between the same two moments are kept together. */
final class KeptAnswers {

  private final Store store;
  private final Chain chain;

  KeptAnswers(Store store, Chain chain) {
    this.store = store;
    this.chain = chain;
  }

  /**
   * The two answers to one probe.
   *
   * @param before what the server said before the change
   * @param after what it said after it
   */
  private record Answers(Answer before, Answer after) {}

  /**
   * The answers to the probes of several trials, in their order.
   *
   * @param all one after another
   */
  private record Kept(List<Answers> all) {}

  /** Asks for what is not kept. */
  interface Asking {
    List<List<Tried>> ask(List<Trial> trials);
  }

  List<List<Tried>> tried(List<Trial> trials, Asking server) {
    Map<Trial, List<Tried>> answers = new LinkedHashMap<>();
    Map<Key, List<Trial>> missing = new LinkedHashMap<>();
    for (List<Trial> together : groups(trials)) {
      Key key = key(together);
      List<List<Tried>> kept = kept(key, together);
      if (kept.isEmpty()) {
        missing.put(key, together);
      }
      for (int i = 0; i < kept.size(); i++) {
        answers.put(together.get(i), kept.get(i));
      }
    }
    List<Trial> asked = missing.values().stream().flatMap(List::stream).toList();
    if (!asked.isEmpty()) {
      List<List<Tried>> told = server.ask(asked);
      for (int i = 0; i < asked.size(); i++) {
        answers.put(asked.get(i), told.get(i));
      }
      missing.forEach((key, together) -> keep(key, together, answers));
    }
    return trials.stream().map(answers::get).toList();
  }

  private static List<List<Trial>> groups(List<Trial> trials) {
    Map<List<Integer>, List<Trial>> groups = new LinkedHashMap<>();
    for (Trial trial : trials) {
      groups
          .computeIfAbsent(List.of(trial.from(), trial.to()), key -> new ArrayList<>())
          .add(trial);
    }
    return List.copyOf(groups.values());
  }

  private Key key(List<Trial> together) {
    Trial first = together.get(0);
    Stream<String> moments =
        Stream.of("answered", chain.after(first.from()).hex(), chain.after(first.to()).hex());
    Stream<String> probes =
        together.stream().map(trial -> trial.wanted() + Key.of(Packed.plain(trial.probes())).hex());
    return Key.of(Stream.concat(moments, probes).toArray(String[]::new));
  }

  /** The answers to all probes of these trials; empty where they are not kept. */
  private List<List<Tried>> kept(Key key, List<Trial> together) {
    Optional<byte[]> content = store.get(key);
    if (content.isEmpty()) {
      return List.of();
    }
    List<Probe> probes = together.stream().flatMap(trial -> trial.probes().stream()).toList();
    try {
      List<Answers> answers = Packed.read(content.get(), Kept.class).all();
      if (answers.size() == probes.size()) {
        return parted(together, answers);
      }
    } catch (IllegalArgumentException e) {
      store.drop(key);
    }
    return List.of();
  }

  private static List<List<Tried>> parted(List<Trial> together, List<Answers> answers) {
    List<List<Tried>> all = new ArrayList<>();
    int next = 0;
    for (Trial trial : together) {
      List<Tried> tried = new ArrayList<>();
      for (Probe probe : trial.probes()) {
        Answers pair = answers.get(next++);
        tried.add(new Tried(probe, pair.before(), pair.after()));
      }
      all.add(tried);
    }
    return all;
  }

  private void keep(Key key, List<Trial> together, Map<Trial, List<Tried>> answers) {
    List<Answers> all =
        together.stream()
            .flatMap(trial -> answers.get(trial).stream())
            .map(tried -> new Answers(tried.before(), tried.after()))
            .toList();
    store.put(key, Packed.write(new Kept(all)));
  }
}

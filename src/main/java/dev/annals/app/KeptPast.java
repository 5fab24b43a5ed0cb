package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.extract.consumer.ConsumerReader;
import dev.annals.extract.git.GitState;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.JavaSources;
import dev.annals.kept.Edition;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.model.story.JudgedPast;
import dev.annals.packed.Packed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The judged past of a project, kept from one run to the next under a key that is made of all that
 * decides about it: the files of its migrations, what its configuration says of them, its programs'
 * statements, the state of its git repository, the server and this build of Annals. Where there is
 * one, no migration is even taken apart.
 */
final class KeptPast {

  private final Store store;
  private final Key key;
  private List<Object> kept = List.of();
  private Aside<String> digest = Aside.of("");

  private KeptPast(Store store, Key key) {
    this.store = store;
    this.key = key;
  }

  /**
   * Where a project's past is kept.
   *
   * @param files a text that differs where other files are replayed, or in another way
   * @param server the server's build; empty where that is not known
   * @return empty where nothing may be kept, or not all is known that decides about it
   */
  static Optional<KeptPast> of(
      BuildRequest request, Config config, FlywaySettings settings, String files, String server) {
    return Caches.work(request, server)
        .flatMap(
            store ->
                GitState.around(config.project())
                    .map(git -> new KeptPast(store, key(config, settings, files, server, git))));
  }

  private static Key key(
      Config config, FlywaySettings settings, String files, String server, List<String> git) {
    List<String> parts = new ArrayList<>(List.of("past", Edition.current(), server));
    parts.add(Key.of(git.toArray(String[]::new)).hex());
    parts.add(config.project().toAbsolutePath().normalize().toString());
    parts.add(Key.of(Packed.write(config.releases())).hex());
    parts.add(Key.of(Packed.write(config.semver())).hex());
    parts.addAll(JavaSources.notes(config.project(), settings.folders()));
    parts.add(files);
    List<String> consumers = config.databases().get(0).consumers();
    parts.add("consumers " + consumers);
    for (Path file : ConsumerReader.files(config.project(), consumers)) {
      parts.add(file.toString());
      parts.add(Key.of(bytes(file)).hex());
    }
    return Key.of(parts.toArray(String[]::new));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it has just gone
    }
  }

  /** A text that differs where anything does that decides about the past. */
  String key() {
    return key.hex();
  }

  /** True where something is kept, be it whole or not. */
  boolean isKnown() {
    return store.has(key);
  }

  /** What was kept. */
  Optional<JudgedPast> past() {
    Optional<byte[]> bytes = store.get(key);
    bytes.ifPresent(each -> digest = Aside.begin("annals-past", () -> Key.of(each).hex()));
    try {
      return bytes.map(each -> Packed.read(each, JudgedPast.class));
    } catch (IllegalArgumentException e) {
      store.drop(key);
      return Optional.empty();
    }
  }

  /** A text that differs where what was kept last, or is to be, does. */
  String digest() {
    return digest.result();
  }

  /** Keeps it for the next run, beside other work: {@link #digest} waits until it is kept. */
  void keep(JudgedPast past) {
    if (kept.isEmpty() || kept.get(0) != past) {
      kept = List.of(past);
      digest = Aside.begin("annals-past", () -> written(past));
    }
  }

  private String written(JudgedPast past) {
    byte[] bytes = Packed.write(past);
    store.put(key, bytes);
    store.trim();
    return Key.of(bytes).hex();
  }
}

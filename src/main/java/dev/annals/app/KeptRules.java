package dev.annals.app;

import dev.annals.judge.RuleBook;
import dev.annals.judge.rules.RulePages;
import dev.annals.kept.Edition;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.model.story.NotJudged;
import dev.annals.model.story.RulePage;
import dev.annals.packed.Packed;
import java.util.List;
import java.util.Optional;

/**
 * What is written about rules. It comes in some hundred files with the program: one file of the
 * cache is read sooner.
 *
 * @param pages of all rules
 * @param notJudged the changes that no rule judges
 */
record KeptRules(List<RulePage> pages, List<NotJudged> notJudged) {

  /** Out of the program itself. */
  static KeptRules read() {
    return new KeptRules(RuleBook.pages(), RulePages.notJudged());
  }

  /** Out of the cache, where it is there and wanted. */
  static KeptRules of(BuildRequest request) {
    if (!request.cached()) {
      return read();
    }
    Store store = Caches.work(request.environment());
    Key key = Key.of("rules", Edition.current());
    return store.get(key).flatMap(KeptRules::unpacked).orElseGet(() -> keep(store, key));
  }

  private static KeptRules keep(Store store, Key key) {
    KeptRules rules = read();
    store.put(key, Packed.write(rules));
    return rules;
  }

  private static Optional<KeptRules> unpacked(byte[] bytes) {
    try {
      return Optional.of(Packed.read(bytes, KeptRules.class));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

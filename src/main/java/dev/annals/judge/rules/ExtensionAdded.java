package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.NON_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Extension;
import java.util.Optional;

/** A new extension. */
final class ExtensionAdded implements VerdictRule {

  @Override
  public String id() {
    return "extension-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Extension.class)
        .map(
            extension ->
                new Ruling(this, NON_BREAKING)
                    .note("Every server needs its files")
                    .says(the(extension) + " is new, version " + extension.version()));
  }
}

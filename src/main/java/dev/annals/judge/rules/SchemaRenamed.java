package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Namespace;
import java.util.Optional;

/** A schema under another name. */
final class SchemaRenamed implements VerdictRule {

  @Override
  public String id() {
    return "schema-renamed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, Namespace.class)
        .map(
            pair ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .note("Search paths that name it have to change with it")
                    .instead(
                        "Create "
                            + pair.after().name()
                            + " beside it and leave views in "
                            + pair.before().name())
                    .says(the(pair.before()) + " is now called " + pair.after().name()));
  }
}

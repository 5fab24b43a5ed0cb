package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.SHARE_UPDATE_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** Another comment. */
final class CommentChanged implements VerdictRule {

  @Override
  public String id() {
    return "comment-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, SchemaObject.class, Property.COMMENT)
        .map(
            altered ->
                new Ruling(this, EQUIVALENT)
                    .lock(locks(change.kind()) ? SHARE_UPDATE_EXCLUSIVE : Lock.NONE)
                    .says(
                        the(altered.after())
                            + (altered.gained()
                                ? " has a comment"
                                : altered.lost()
                                    ? " has lost its comment"
                                    : " has another comment")));
  }

  /**
   * Comments on a relation or its column; constraints, triggers and such lock the table for reading
   * alone.
   */
  private static boolean locks(ObjectKind kind) {
    return kind.isRelation() || kind == ObjectKind.COLUMN;
  }
}

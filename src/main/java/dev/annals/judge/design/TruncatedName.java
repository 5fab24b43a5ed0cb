package dev.annals.judge.design;

import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A name that fills all the room that there is. */
final class TruncatedName implements DesignRule {

  private static final int MOST = 63;

  /** So much of a long table's name stays in what the server makes of it. */
  private static final int KEPT = 20;

  private static final Pattern GENERATED =
      Pattern.compile(".+_(?:pkey|key|fkey|idx|check|excl|not_null)\\d*");

  @Override
  public String id() {
    return "truncated-name";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.MEDIUM;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema.schema().objects().stream()
        .map(SchemaObject::ref)
        .filter(
            ref ->
                ref.kind() != ObjectKind.ROUTINE
                    && ref.kind() != ObjectKind.OPERATOR
                    && ref.kind() != ObjectKind.CAST
                    && ref.kind() != ObjectKind.GRANT
                    && ref.kind() != ObjectKind.DEFAULT_PRIVILEGE
                    && ref.kind() != ObjectKind.PUBLISHED_TABLE)
        .filter(ref -> ref.name().getBytes(StandardCharsets.UTF_8).length >= MOST)
        .filter(ref -> !isServers(ref))
        .map(
            ref ->
                Flaw.of(
                    ref,
                    ref.kind().label() + " " + ref.display() + " was probably cut off at 63 bytes",
                    "A statement with the whole name works by being cut, too; a second name that"
                        + " begins the same is refused as a duplicate.",
                    "Give it a shorter name."));
  }

  /** A name that the server has made up, and shortened with care: nobody wrote the whole one. */
  private static boolean isServers(ObjectRef ref) {
    String table = ref.parent();
    return !table.isEmpty()
        && GENERATED.matcher(ref.name()).matches()
        && ref.name().startsWith(table.substring(0, Math.min(table.length(), KEPT)));
  }
}

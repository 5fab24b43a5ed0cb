package dev.annals.judge.design;

import dev.annals.model.schema.ObjectRef;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tables whose shape a library prescribes: a team that has them cannot write them otherwise, and
 * has no reasons of its own for them.
 */
public final class Borrowed {

  private static final Pattern NAME =
      Pattern.compile(
          "(?:.*_)?spring_session(?:_attributes)?"
              + "|batch_(?:job|step)_(?:instance|execution.*|seq)"
              + "|qrtz_.+|shedlock|databasechangelog(?:lock)?|flyway_schema_history"
              + "|act_(?:evt|ge|hi|id|procdef|re|ru|dmn|co|fo|app|cmmn|adm)_.+"
              + "|jobrunr_.+|event_publication(?:_archive)?|axon_.+"
              + "|oauth2_(?:authorization|authorized_client|registered_client)(?:_consent)?");

  private Borrowed() {}

  /** True for such a table, and for what belongs to one. */
  public static boolean is(ObjectRef ref) {
    return NAME.matcher(ref.owner().toLowerCase(Locale.ROOT)).matches();
  }
}

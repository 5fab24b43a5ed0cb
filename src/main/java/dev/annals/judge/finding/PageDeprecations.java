package dev.annals.judge.finding;

import dev.annals.model.schema.Deprecation;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.story.ColumnNotes;
import dev.annals.model.story.Names;
import dev.annals.model.story.Rationale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What rationale pages say is to be used no longer: {@code @deprecated since 1.4, use …} in a note
 * on a column, or elsewhere on the page, where it is about the page's own object.
 */
public final class PageDeprecations {

  private static final Pattern CODE = Pattern.compile("(?ms)^(```|~~~).*?^\\1[ \\t]*$|`[^`\\n]+`");

  private PageDeprecations() {}

  /**
   * All of them, page by page. The column of a note need not be there any more.
   *
   * @param schema the schema after the last step, to which the pages belong
   */
  public static List<Deprecation> of(List<Rationale> pages, Schema schema) {
    Names names = new Names(schema);
    List<Deprecation> all = new ArrayList<>();
    for (Rationale page : pages) {
      Optional<ObjectRef> subject =
          page.body().contains("@deprecated") ? names.object(page.subject()) : Optional.empty();
      subject.ifPresent(ref -> read(page, ref, all));
    }
    return all;
  }

  private static void read(Rationale page, ObjectRef subject, List<Deprecation> all) {
    ColumnNotes notes = ColumnNotes.of(page.body());
    notes
        .notes()
        .forEach(
            (column, note) ->
                said(
                        new ObjectRef(ObjectKind.COLUMN, subject.schema(), subject.name(), column),
                        note)
                    .ifPresent(all::add));
    said(subject, notes.rest()).ifPresent(all::add);
  }

  private static Optional<Deprecation> said(ObjectRef subject, String text) {
    return Deprecation.of(subject, CODE.matcher(text).replaceAll(" "));
  }
}

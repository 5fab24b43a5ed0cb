package dev.annals.render.page;

import dev.annals.model.change.Change;
import dev.annals.model.schema.ObjectRef;
import java.util.HashMap;
import java.util.Map;

/** The addresses of the changes on one page: what happened, to what. No two are the same. */
final class ChangeAddresses {

  private final Map<String, Integer> given = new HashMap<>();

  /**
   * The address of the next change, such as {@code changed-column-book.price}. A second change of
   * the same thing gets a number behind a mark that no name has.
   */
  String next(Change change) {
    ObjectRef subject = change.subject();
    String address =
        ChangeViews.state(change)
            + "-"
            + subject.kind().label().replace(' ', '-')
            + "-"
            + PageNames.slug(subject.display());
    int count = given.merge(address, 1, Integer::sum);
    return count == 1 ? address : address + "~" + count;
  }
}

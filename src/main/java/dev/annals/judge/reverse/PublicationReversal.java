package dev.annals.judge.reverse;

import dev.annals.ddl.PublicationDdl;
import dev.annals.ddl.Target;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Publication;
import java.util.List;
import java.util.Set;

/** Sets a publication back to what it was. */
final class PublicationReversal {

  private final Publication before;
  private final Publication after;
  private final Draft draft;
  private final Recreation recreation;

  PublicationReversal(Publication before, Publication after, Draft draft, Recreation recreation) {
    this.before = before;
    this.after = after;
    this.draft = draft;
    this.recreation = recreation;
  }

  /** Writes what is needed for one property; {@code properties} are all that changed. */
  void back(Property property, Set<Property> properties) {
    if (properties.contains(Property.ALL_TABLES)) {
      // whether all tables are in it is said once, when it is made
      draft.add(Phase.LOOSEN, "DROP " + Target.of(after));
      recreation.unit(before);
      return;
    }
    switch (property) {
      case SCHEMAS -> {
        schemas(Phase.LOOSEN, "DROP", after.schemas(), before.schemas());
        schemas(Phase.ATTACH, "ADD", before.schemas(), after.schemas());
      }
      case PUBLISHES -> set(PublicationDdl.publishes(before));
      case VIA_ROOT -> set(PublicationDdl.viaRoot(before));
      case PUBLISHED_GENERATED -> set(PublicationDdl.generated(before));
      default -> draft.byHand();
    }
  }

  private void set(String option) {
    draft.add(Phase.ATTACH, PublicationDdl.set(before, option));
  }

  private void schemas(Phase phase, String verb, List<String> from, List<String> without) {
    List<String> names = from.stream().filter(name -> !without.contains(name)).toList();
    if (!names.isEmpty()) {
      draft.add(phase, PublicationDdl.schemas(phase == Phase.LOOSEN ? after : before, verb, names));
    }
  }
}

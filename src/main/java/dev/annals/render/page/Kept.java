package dev.annals.render.page;

import dev.annals.model.schema.Schema;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Names;
import dev.annals.model.story.Release;
import dev.annals.render.diagram.Areas;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * What was found out about the last chronicle and holds for the next one too, where only the team's
 * pages are others: a chronicle that is told again after an edit has the same schema and releases.
 */
public final class Kept {

  private Schema schema;
  private List<Release> releases;
  private Names names;
  private Ages ages;
  private Map<String, String> explicit;
  private Areas areas;

  /** Nothing is known yet. */
  public Kept() {}

  private void about(Chronicle chronicle) {
    if (!Objects.equals(schema, chronicle.schema()) || !chronicle.releases().equals(releases)) {
      schema = chronicle.schema();
      releases = chronicle.releases();
      names = null;
      ages = null;
      areas = null;
    }
  }

  synchronized Names names(Chronicle chronicle) {
    about(chronicle);
    names = names == null ? new Names(schema) : names;
    return names;
  }

  synchronized Ages ages(Chronicle chronicle) {
    about(chronicle);
    ages = ages == null ? Ages.of(chronicle) : ages;
    return ages;
  }

  synchronized Areas areas(Chronicle chronicle, SortedMap<String, String> said) {
    about(chronicle);
    if (areas == null || !said.equals(explicit)) {
      explicit = said;
      areas = Areas.of(schema, said);
    }
    return areas;
  }
}

package dev.annals.extract.rationale;

import dev.annals.model.story.Finding;
import dev.annals.model.story.Rationale;
import java.util.List;

/**
 * What was found in a folder of rationale pages.
 *
 * @param pages the pages, in the order of their paths
 * @param findings pages that could not be read
 */
public record RationaleReading(List<Rationale> pages, List<Finding> findings) {

  public RationaleReading {
    pages = List.copyOf(pages);
    findings = List.copyOf(findings);
  }
}

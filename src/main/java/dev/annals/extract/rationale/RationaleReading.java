package dev.annals.extract.rationale;

import dev.annals.model.story.Finding;
import dev.annals.model.story.Rationale;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was found in a folder of rationale pages.
 *
 * @param pages the pages, in the order of their paths, and the decisions that they go by
 * @param findings pages that could not be read, and what is wrong with others
 * @param images the pictures that they show, made safe, by their paths from the project's folder
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record RationaleReading(
    List<Rationale> pages, List<Finding> findings, SortedMap<String, byte[]> images) {

  public RationaleReading {
    pages = List.copyOf(pages);
    findings = List.copyOf(findings);
    images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
  }
}

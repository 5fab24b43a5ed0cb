package dev.annals.judge.finding;

import dev.annals.model.story.Finding;
import java.util.List;

/** A rule that looks for one sort of fault in a judged history or the pages about it. */
public interface FindingRule {

  /** Its id, in kebab case: {@code gone-page}. */
  String id();

  /** What it finds, in any order. */
  List<Finding> find(Story story);
}

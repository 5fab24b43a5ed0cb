package dev.annals.render.check;

import dev.annals.model.story.Finding;
import dev.annals.render.html.Sentences;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A finding in one text: what, why, and what to do. */
final class Words {

  private Words() {}

  static String of(Finding finding) {
    return Stream.of(Sentences.of(finding.message()), finding.why(), finding.advice())
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" "));
  }
}

package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A period that may end before it begins. */
final class UncheckedPeriod implements DesignRule {

  private static final Map<String, String> PAIRS =
      Map.of(
          "start", "end", "started", "ended", "begin", "end", "from", "to", "starts", "ends",
          "since", "until");

  @Override
  public String id() {
    return "unchecked-period";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.LOW;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .columns()
        .filter(column -> isDay(schema.type(column)))
        .flatMap(begin -> of(begin, schema).stream());
  }

  private static boolean isDay(String type) {
    return Types.isMoment(type) || type.equals("date");
  }

  private static Optional<Flaw> of(Column begin, Blueprint schema) {
    return schema.schema().columns(begin.schema(), begin.relation()).stream()
        .filter(
            end -> isEnd(begin.name(), end.name()) && schema.type(end).equals(schema.type(begin)))
        .filter(
            end ->
                schema.checks(begin).stream()
                    .noneMatch(check -> check.columns().contains(end.name())))
        .findFirst()
        .map(end -> flaw(begin, end));
  }

  private static boolean isEnd(String begin, String end) {
    List<String> first = Wording.words(begin);
    List<String> second = Wording.words(end);
    if (first.size() != second.size()) {
      return false;
    }
    int differing = 0;
    for (int i = 0; i < first.size(); i++) {
      if (!first.get(i).equals(second.get(i))) {
        differing += second.get(i).equals(PAIRS.get(first.get(i))) ? 1 : 9;
      }
    }
    return differing == 1;
  }

  private static Flaw flaw(Column begin, Column end) {
    return Flaw.of(
            begin.ref(),
            "the period from "
                + begin.ref().display()
                + " to "
                + end.name()
                + " may end before it begins",
            "Such a row is in no range and has a negative length; it comes in by a mistyped year.",
            "ALTER TABLE "
                + Wording.sql(ObjectRef.table(begin.schema(), begin.relation()))
                + " ADD CHECK ("
                + Wording.sql(end.name())
                + " >= "
                + Wording.sql(begin.name())
                + ") NOT VALID; or keep both in one range column.")
        .and(end.ref());
  }
}

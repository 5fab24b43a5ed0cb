package dev.annals.judge.design;

import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in the plural among singulars, or the other way round. */
final class TableNameOutlier implements DesignRule {

  private static final Set<String> NEITHER =
      Set.of(
          "children",
          "people",
          "men",
          "women",
          "data",
          "metadata",
          "media",
          "criteria",
          "details",
          "params",
          "settings",
          "preferences",
          "statistics",
          "stats",
          "info",
          "history");

  @Override
  public String id() {
    return "table-name-outlier";
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
    List<Table> tables =
        schema.tables().filter(table -> !saysNothing(Wording.last(table.name()))).toList();
    Map<Boolean, List<Table>> ofMany =
        tables.stream()
            .collect(
                Collectors.partitioningBy(table -> Wording.isPlural(Wording.last(table.name()))));
    List<Table> plural = ofMany.get(true);
    List<Table> singular = ofMany.get(false);
    boolean many = plural.size() > singular.size();
    List<Table> few = many ? singular : plural;
    return tables.size() < 6 || few.size() * 6L > tables.size()
        ? Stream.empty()
        : few.stream().map(table -> flaw(table, many, tables.size() - few.size(), tables.size()));
  }

  /** One row may be called so, and all of them, too. */
  private static boolean saysNothing(String word) {
    return word.isEmpty() || NEITHER.contains(word);
  }

  private static Flaw flaw(Table table, boolean many, int most, int all) {
    return Flaw.of(
        table.ref(),
        "table "
            + table.ref().display()
            + " is in the "
            + (many ? "singular" : "plural")
            + ", unlike "
            + most
            + " of "
            + all,
        "Whoever writes a query by heart guesses its name wrong.",
        "If it is to be renamed, leave a view under the old name for a release.");
  }
}

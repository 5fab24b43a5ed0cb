package dev.annals.render.page;

import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Schema;
import dev.annals.model.site.SiteFile;
import dev.annals.render.page.LoadingOrder.Turn;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The order of loading for programs: comma-separated as in RFC 4180, UTF-8, a line for each table.
 */
final class LoadingFile {

  static final String PATH = "loading-order.csv";

  private final Kit kit;

  LoadingFile(Kit kit) {
    this.kit = kit;
  }

  SiteFile file() {
    return SiteFile.text(PATH, text(kit.index().schema(), kit.loading()));
  }

  static String text(Schema schema, List<Turn> turns) {
    StringBuilder out = new StringBuilder();
    ColumnsCsv.line(
        out,
        List.of("step", "schema", "table", "circle", "null at first", "defer", "drop", "itself"));
    for (Turn turn : turns) {
      ColumnsCsv.line(
          out,
          List.of(
              Integer.toString(turn.step()),
              turn.table().schema(),
              turn.table().name(),
              turn.circle() == 0 ? "" : Integer.toString(turn.circle()),
              names(turn.late(), key -> way(schema, key) == Way.NULL),
              names(turn.late(), key -> way(schema, key) == Way.DEFER),
              names(turn.late(), key -> way(schema, key) == Way.DROP),
              names(turn.own(), key -> true)));
    }
    return out.toString();
  }

  /** What lets rows in before those that a key refers to. */
  enum Way {
    NULL("takes null at first and is set afterwards"),
    DEFER("can be checked at the end (SET CONSTRAINTS … DEFERRED)"),
    DROP("has to be dropped and made again afterwards");

    private final String words;

    Way(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  static Way way(Schema schema, ForeignKey key) {
    return !key.deferrable().isEmpty() ? Way.DEFER : schema.canWait(key) ? Way.NULL : Way.DROP;
  }

  private static String names(List<ForeignKey> keys, Predicate<ForeignKey> which) {
    return keys.stream().filter(which).map(ForeignKey::name).collect(Collectors.joining(", "));
  }
}

package dev.annals.extract.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The callbacks of a project, and when Flyway's migrate runs which of them on a database that is
 * new (flyway-core, {@code Flyway.migrate}, {@code DbMigrate}, {@code DbSchemas}).
 *
 * @param init what every session begins with, Flyway's {@code initSql}; at most one
 * @param all by event, those of one event in the order in which they run
 * @param validates whether migrate validates before it begins
 * @param createsSchemas whether migrate makes the project's schemas
 */
public record Callbacks(
    List<PlannedCallback> init,
    List<PlannedCallback> all,
    boolean validates,
    boolean createsSchemas) {

  /** None. */
  public static final Callbacks NONE = new Callbacks(List.of(), List.of(), false, false);

  /** Runs on the session itself, which keeps what role it takes on. */
  public static final String CONNECTED = "afterConnect";

  /** What the setting {@code initSql} is called where a file is named. */
  public static final String INIT = "initSql";

  public Callbacks {
    init = List.copyOf(init);
    all = List.copyOf(all);
  }

  private List<PlannedCallback> of(String... events) {
    return Stream.of(events)
        .flatMap(event -> all.stream().filter(callback -> callback.event().equals(event)))
        .toList();
  }

  /** What runs on the session that migrates before the first statement of each migration. */
  String sessionSql() {
    return joined(CONNECTED, "beforeEachMigrate");
  }

  /** What runs before all migrations on a session that ends before theirs. */
  public String earlierSql() {
    return joined("beforeMigrate");
  }

  private String joined(String... events) {
    return of(events).stream().map(PlannedCallback::sql).collect(Collectors.joining(";\n"));
  }

  /** What runs before Flyway's own table is made: no migration is to be seen yet. */
  public List<PlannedCallback> opening() {
    List<PlannedCallback> opening = new ArrayList<>(init);
    opening.addAll(of(CONNECTED));
    if (validates) {
      opening.addAll(of("beforeValidate", "afterValidate"));
    }
    if (createsSchemas) {
      opening.addAll(of("createSchema", "beforeCreateSchema"));
    }
    return opening;
  }

  /** Migrations that one run of migrate runs, with the callbacks around each. */
  public List<PlannedMigration> around(List<PlannedMigration> migrations) {
    if (all.isEmpty()) {
      return migrations;
    }
    List<PlannedMigration> surrounded = new ArrayList<>();
    boolean versions = true;
    for (int i = 0; i < migrations.size(); i++) {
      boolean turn = versions && migrations.get(i).isRepeatable();
      versions &= !turn;
      boolean last = i == migrations.size() - 1;
      Surroundings around = around(turn, i == 0, last);
      surrounded.add(migrations.get(i).with(last && versions ? with(around) : around));
    }
    return surrounded;
  }

  private Surroundings around(boolean turn, boolean begins, boolean ends) {
    return new Surroundings(
        Stream.of(
                begins ? of("beforeMigrate") : List.<PlannedCallback>of(),
                turn ? of("afterVersioned", "beforeRepeatables") : List.<PlannedCallback>of())
            .flatMap(List::stream)
            .toList(),
        of("beforeEachMigrate"),
        of("beforeEachMigrateStatement"),
        of("afterEachMigrateStatement"),
        of("afterEachMigrate"),
        ends
            ? of("afterMigrateApplied", "afterMigrate", "afterMigrateOperationFinish")
            : List.of());
  }

  /** Where there are no repeatable migrations, the versioned ones are over at the end. */
  private Surroundings with(Surroundings around) {
    return new Surroundings(
        around.first(),
        around.before(),
        around.beforeStatement(),
        around.afterStatement(),
        around.after(),
        Stream.concat(of("afterVersioned").stream(), around.last().stream()).toList());
  }
}

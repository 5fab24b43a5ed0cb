package dev.annals.render.page;

import dev.annals.model.change.JudgedChange;
import dev.annals.model.history.Migration;
import dev.annals.model.history.Observation;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Environment;
import dev.annals.model.story.JudgedStep;
import dev.annals.render.html.SqlHighlighter;
import dev.annals.render.page.Views.CallbackStatement;
import dev.annals.render.page.Views.CallbackView;
import dev.annals.render.page.Views.ChangeView;
import dev.annals.render.page.Views.CodeLine;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.MigrationView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Pages of migrations. */
final class MigrationPages {

  /** A dump of a whole database is a migration, too; a page shows its beginning. */
  private static final int LINES = 1000;

  private final Kit kit;
  private final Chronicle chronicle;
  private final WaysBackPages waysBack;

  MigrationPages(Kit kit) {
    this.kit = kit;
    this.chronicle = kit.index().chronicle();
    this.waysBack = new WaysBackPages(kit);
  }

  /** A migration as a line of a list. */
  MigrationView view(int step, String from) {
    JudgedStep judged = chronicle.steps().get(step);
    Migration migration = judged.step().migration();
    return new MigrationView(
        migration.version().isEmpty() ? "R" : migration.version(),
        migration.description(),
        migration.kind().label(),
        PageNames.relative(from, PageNames.migration(migration)),
        migration.introduced().author(),
        migration.introduced().date(),
        flowing(migration.comment()),
        judged.bump().label(),
        judged.version().toString(),
        judged.changes().size(),
        breaking(judged.changes()),
        kit.changes(from).release(step));
  }

  /** Lines that an author broke to fit a file flow on; paragraphs and lists stay. */
  static String flowing(String comment) {
    return comment.replaceAll("(?<=\\S)[ \\t]*\\n(?=[ \\t]*[^\\s*•–\\d-])[ \\t]*", " ");
  }

  static int breaking(List<JudgedChange> changes) {
    return (int) changes.stream().filter(judged -> judged.verdict().breaking()).count();
  }

  SiteFile all() {
    String path = "migrations/index.html";
    List<MigrationView> views = new ArrayList<>();
    for (int i = chronicle.steps().size() - 1; i >= 0; i--) {
      views.add(view(i, path));
    }
    return kit.page(
        path,
        "migrations.ftlh",
        "Migrations",
        Kit.crumbs(path),
        List.of(),
        Map.of("migrations", views, "notes", chronicle.notes()));
  }

  SiteFile page(int step) {
    JudgedStep judged = chronicle.steps().get(step);
    Migration migration = judged.step().migration();
    String path = PageNames.migration(migration);
    ChangeViews changes = kit.changes(path);
    Map<String, Object> view = new HashMap<>();
    view.put("order", chronicle.steps().size() - step);
    view.put("migration", view(step, path));
    view.put("script", migration.path());
    view.put("edit", kit.edit(migration.path()));
    view.put("commit", migration.introduced());
    view.put("edits", migration.edits());
    view.put("why", flowing(migration.comment()));
    List<ChangeView> all = judged.changes().stream().map(c -> changes.of(c, -1)).toList();
    view.put("changes", all);
    view.put("locks", changes.locks(List.of(judged.step().observation())));
    view.put("transactional", judged.step().observation().transactional());
    view.put(
        "cascaded",
        judged.step().observation().cascaded().stream()
            .map(r -> r.kind().label() + " " + r.display())
            .toList());
    view.put(
        "callbacks", judged.step().observation().callbacks().stream().map(this::callback).toList());
    List<CodeLine> code = code(migration.sql());
    view.put("code", code.subList(0, Math.min(code.size(), LINES)));
    view.put("sqlText", migration.sql().lines().limit(LINES).collect(Collectors.joining("\n")));
    view.put("codeMore", Math.max(0, code.size() - LINES));
    view.put("wayBack", waysBack.view(step));
    view.put("environments", environments(migration));
    view.put("previous", step == 0 ? List.of() : List.of(changes.migration(step - 1)));
    view.put(
        "next",
        step + 1 == chronicle.steps().size() ? List.of() : List.of(changes.migration(step + 1)));
    List<Heading> headings =
        List.of(
            new Heading("changes", "Changes", Math.max(1, all.size())),
            new Heading("locks", "Locks", 1),
            new Heading("way-back", "Way back", 1),
            new Heading("sql", "SQL", 1));
    return kit.page(
        path,
        "migration.ftlh",
        migration.version().isEmpty()
            ? migration.description()
            : "V" + migration.version() + " " + migration.description(),
        Kit.crumbs(path, "Migrations", "migrations/index.html"),
        headings,
        view);
  }

  private CallbackView callback(Observation.Callback callback) {
    return new CallbackView(
        callback.path(),
        kit.edit(callback.path()),
        callback.statements().stream()
            .map(
                statement ->
                    new CallbackStatement(
                        statement.line(),
                        statement.tag(),
                        statement.touched().stream()
                            .map(ref -> ref.kind().label() + " " + ref.display())
                            .toList()))
            .toList());
  }

  private static List<CodeLine> code(String sql) {
    List<CodeLine> lines = new ArrayList<>();
    for (String line :
        SqlHighlighter.html(sql.stripTrailing().replace("\r\n", "\n")).split("\n", -1)) {
      lines.add(new CodeLine(lines.size() + 1, line));
    }
    return lines;
  }

  private List<String> environments(Migration migration) {
    return chronicle.environments().stream()
        .filter(
            environment ->
                environment.applied().stream()
                    .anyMatch(applied -> applied.script().equals(migration.script())))
        .map(Environment::name)
        .toList();
  }
}

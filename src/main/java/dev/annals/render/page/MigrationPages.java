package dev.annals.render.page;

import dev.annals.model.Counted;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.history.Migration;
import dev.annals.model.history.Observation;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.JudgedStep;
import dev.annals.render.html.Asked;
import dev.annals.render.html.SqlHighlighter;
import dev.annals.render.page.Views.CallbackStatement;
import dev.annals.render.page.Views.CallbackView;
import dev.annals.render.page.Views.ChangeView;
import dev.annals.render.page.Views.CodeLine;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.Link;
import dev.annals.render.page.Views.LockView;
import dev.annals.render.page.Views.MigrationView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Pages of migrations. */
final class MigrationPages {

  /** Changes that a page shows; more stand on pages of their own, too. As templates have it. */
  static final int SHOWN = 200;

  /** As many of which the same is said are told in one line: beside the SQL, fewer stand alone. */
  private static final int FOLD = 10;

  /** Letters of HTML that the statements may take, and what one line takes besides its own. */
  private static final int CODE = 100_000;

  private static final int LINE_FRAME = 35;

  /** Locked tables that a page shows. */
  private static final int LOCKS = 100;

  /** So many commands are told where nothing else is. */
  private static final int SHOWN_COMMANDS = 8;

  /** A dump of a whole database is a migration, too; a page shows its beginning. */
  private static final int LINES = 1000;

  private final Kit kit;
  private final Past past;
  private final Chronicle chronicle;
  private final WaysBackPages waysBack;

  /** What the pages are called on which all changes stand. */
  private static final String EVERY = "All changes";

  MigrationPages(Kit kit) {
    this.kit = kit;
    this.past = kit.index().past();
    this.chronicle = kit.index().chronicle();
    this.waysBack = new WaysBackPages(kit);
  }

  /** A migration as a line of a list. */
  MigrationView view(int step, String from) {
    JudgedStep judged = chronicle.steps().get(step);
    Migration migration = judged.step().migration();
    return new MigrationView(
        name(migration),
        migration.description(),
        migration.kind().label(),
        PageNames.relative(from, PageNames.migration(migration)),
        migration.introduced().author(),
        migration.introduced().date(),
        flowing(migration.comment()),
        judged.bump().label(judged.changes()),
        judged.version().toString(),
        judged.changes().size(),
        breaking(judged.changes()),
        kit.changes(from).release(step));
  }

  /** How a list calls it: by its version, or R for one that is repeated. */
  static String name(Migration migration) {
    return migration.version().isEmpty() ? "R" : migration.version();
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

  /** The page of a migration, and those on which all its changes stand, where they are many. */
  List<SiteFile> pages(int step) {
    JudgedStep judged = past.step(step);
    Migration migration = judged.step().migration();
    String path = PageNames.migration(migration);
    ChangeViews changes = kit.changes(path);
    Map<String, Object> view = new HashMap<>();
    view.put("order", Asked.number(() -> past.steps() - step));
    view.put("migration", view(step, path));
    view.put("script", migration.path());
    view.put("edit", kit.edit(migration.path()));
    view.put("commit", migration.introduced());
    view.put("edits", migration.edits());
    view.put("why", flowing(migration.comment()));
    String sql = migration.sql().stripTrailing().replace("\r\n", "\n");
    List<CodeLine> code = code(sql);
    ChangeLines lines = new ChangeLines(judged.step(), code.size());
    ChangeAddresses addresses = new ChangeAddresses();
    List<ChangeView> all = new ArrayList<>();
    IdentityHashMap<JudgedChange, ChangeView> views = new IdentityHashMap<>();
    for (JudgedChange each : judged.changes()) {
      boolean shown = all.size() < SHOWN;
      all.add(
          changes
              .of(each, -1)
              .at(
                  shown ? addresses.next(each.change()) : "",
                  shown ? lines.of(each.change()) : List.of()));
      views.put(each, all.get(all.size() - 1));
    }
    view.put("changes", ChangeGroups.of(judged.changes(), FOLD, (each, before) -> views.get(each)));
    String title =
        migration.version().isEmpty()
            ? migration.description()
            : "V" + migration.version() + " " + migration.description();
    List<SiteFile> files = new ArrayList<>();
    view.put("every", every(kit, path, title, all, files));
    List<LockView> locks = changes.locks(List.of(judged.step().observation()));
    putLocks(kit, path, title, locks, view, files);
    view.put("transactional", judged.step().observation().transactional());
    view.put(
        "cascaded",
        judged.step().observation().cascaded().stream()
            .map(r -> r.kind().label() + " " + r.display())
            .toList());
    view.put(
        "callbacks", judged.step().observation().callbacks().stream().map(this::callback).toList());
    view.put("unseen", all.isEmpty() ? unseen(judged.step().observation()) : List.of());
    view.put("code", code);
    view.put("sqlText", sql.lines().limit(code.size()).collect(Collectors.joining("\n")));
    view.put("javaClass", migration.javaClass());
    int codeLines = (int) sql.chars().filter(c -> c == '\n').count() + 1;
    view.put("codeMore", Math.max(0, codeLines - code.size()));
    view.put("wayBack", waysBack.view(step));
    view.put("runs", new Passages(kit).runs(migration));
    view.put("previous", neighbour(step - 1, changes));
    view.put("next", neighbour(step + 1, changes));
    List<Heading> headings =
        List.of(
            new Heading("changes", "Changes", Math.max(1, all.size())),
            new Heading("sql", migration.javaClass().isEmpty() ? "SQL" : "Java", 1),
            new Heading("locks", "Locks", 1),
            new Heading("way-back", "Way back", 1));
    List<Link> crumbs = Kit.crumbsTo(path, path);
    files.add(0, kit.page(path, "migration.ftlh", title, crumbs, headings, view));
    return files;
  }

  private List<Link> neighbour(int step, ChangeViews changes) {
    return past.neighbour(step).map(there -> changes.migration(step)).stream().toList();
  }

  /**
   * Where all changes are, a line each; empty where they are few enough for the page itself.
   *
   * @param files the pages that hold them are added
   */
  static String every(
      Kit kit, String path, String title, List<ChangeView> all, List<SiteFile> files) {
    if (all.size() <= SHOWN || !kit.browsed()) {
      return "";
    }
    LongList list = new LongList(kit, path, title);
    files.addAll(list.pages(EVERY, all.stream().map(Views.LineView::of).toList()));
    return list.href(EVERY);
  }

  /** The same of a migration, for a page that tells its changes and no others. */
  static String every(Kit kit, String from, JudgedStep step) {
    String path = PageNames.migration(step.step().migration());
    boolean many = step.changes().size() > SHOWN && kit.browsed();
    return many ? new LongList(kit, path, "").href(EVERY, from) : "";
  }

  /** Shows what was locked: of very much the beginning, and where all of it is. */
  static void putLocks(
      Kit kit,
      String path,
      String title,
      List<LockView> all,
      Map<String, Object> view,
      List<SiteFile> files) {
    boolean more = all.size() > LOCKS + LOCKS / 5 && kit.browsed();
    view.put("locks", more ? all.subList(0, LOCKS) : all);
    if (more) {
      LongList list = new LongList(kit, path, title);
      files.addAll(list.pages("Locks", all.stream().map(Views.LineView::of).toList()));
      view.put(
          "locksMore", new Link("All " + Counted.of(all.size()) + " tables", list.href("Locks")));
    }
  }

  /** Commands that ran and left nothing that is compared, or took back what others had done. */
  private static List<String> unseen(Observation observation) {
    return observation.statements().stream()
        .map(Observation.Statement::tag)
        .distinct()
        .limit(SHOWN_COMMANDS)
        .toList();
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

  /** The first lines; the rest, which may be millions, is not looked at. */
  private static List<CodeLine> code(String sql) {
    int end = -1;
    for (int line = 0; line < LINES && (line == 0 || end >= 0); line++) {
      end = sql.indexOf('\n', end + 1);
    }
    List<CodeLine> lines = new ArrayList<>();
    int room = CODE;
    for (String line : SqlHighlighter.html(end < 0 ? sql : sql.substring(0, end)).split("\n", -1)) {
      room -= line.length() + LINE_FRAME;
      if (room < 0 && !lines.isEmpty()) {
        break;
      }
      lines.add(new CodeLine(lines.size() + 1, line));
    }
    return lines;
  }
}

package dev.annals.render.page;

import dev.annals.model.Counted;
import dev.annals.model.change.Level;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Coverage;
import dev.annals.model.story.Importance;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Rationale;
import dev.annals.render.html.Html;
import dev.annals.render.page.Views.CoverageRow;
import dev.annals.render.page.Views.Fact;
import dev.annals.render.page.Views.FindingView;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.LineView;
import dev.annals.render.page.Views.Link;
import dev.annals.render.page.Views.TableView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is written down and what is not: pages to read again, pages to write, table by table. */
final class CoveragePage {

  static final String PATH = "coverage.html";
  private static final int NEXT = 20;

  /** As many tables stand on the page, which keeps it below 300 kB. */
  private static final int MOST = 1000;

  private static final List<String> RULES = List.of("low-coverage", "new-table-without-page");

  private final Kit kit;
  private final SiteIndex index;
  private final Chronicle chronicle;
  private final Coverage coverage;
  private final Importance importance;

  CoveragePage(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.chronicle = index.chronicle();
    this.coverage = index.coverage();
    this.importance = Importance.of(chronicle.schema(), chronicle.lifelines());
  }

  /** The coverage in short, with a link to the page that tells it table by table. */
  static List<Fact> facts(Written written, String from) {
    return List.of(
        fact("tables with a page", written.withPage(), written.tables(), from),
        fact("tables with a page or a comment", written.told(), written.tables(), from),
        fact("columns with a note or a comment", written.columnsTold(), written.columns(), from));
  }

  private static Fact fact(String label, int part, int whole, String from) {
    String text = Counted.of(part) + " of " + Counted.of(whole);
    return new Fact(
        label, from.equals(PATH) ? text : Html.link(PageNames.relative(from, PATH), text));
  }

  /** The page; of many tables, the rest is on pages beside it. */
  List<SiteFile> files() {
    List<SiteFile> files = new ArrayList<>();
    Map<String, Object> view = new HashMap<>();
    List<TableView> again = again();
    List<TableView> next = next();
    view.put("facts", facts(index.written(), PATH));
    List<FindingView> findings =
        index.findings().stream()
            .filter(finding -> RULES.contains(finding.rule()))
            .map(kit.changes(PATH)::of)
            .toList();
    view.put("findings", findings);
    view.put("again", again);
    view.put("next", next);
    List<CoverageRow> rows = coverage.tables().stream().map(this::row).toList();
    boolean many = rows.size() > MOST && kit.browsed();
    view.put("rows", many ? rows.subList(0, MOST / 2) : rows);
    view.put("count", rows.size());
    view.put("more", many ? rest(rows, files) : "");
    List<Heading> headings =
        List.of(
            new Heading("wanted", "Wanted", findings.size()),
            new Heading("again", "Read again", again.size()),
            new Heading("next", "Write next", next.size()),
            new Heading("tables", "Table by table", coverage.tables().size()));
    files.add(
        0, kit.page(PATH, "coverage.ftlh", "Coverage", Kit.crumbsTo(PATH, PATH), headings, view));
    return files;
  }

  /** All tables, a line each; where they begin. */
  private String rest(List<CoverageRow> rows, List<SiteFile> files) {
    LongList list = new LongList(kit, PATH, "Coverage");
    files.addAll(
        list.pagesOfNames(
            "Table by table",
            rows.stream().map(row -> LineView.of(new Link(line(row), row.href()))).toList()));
    return list.href("Table by table");
  }

  private static String line(CoverageRow row) {
    return "%s: %s, %d of %d columns".formatted(row.name(), row.why(), row.told(), row.columns());
  }

  /** Pages that were overtaken, the worst first: what broke somebody, then what matters most. */
  private List<TableView> again() {
    List<Rationale> stale =
        new ArrayList<>(
            chronicle.rationale().stream().filter(page -> !page.since().isEmpty()).toList());
    stale.sort(
        Comparator.comparing((Rationale page) -> breaking(page) == 0)
            .thenComparing(page -> -importance.weight(page.about().get(0)))
            .thenComparing(Rationale::path));
    return stale.stream().map(this::again).toList();
  }

  private TableView again(Rationale page) {
    ObjectRef ref = page.about().get(0);
    int changes = page.since().size();
    int breaking = breaking(page);
    String note =
        (page.reviewed().isEmpty()
                ? "last touched on " + page.touched().date()
                : "reviewed at " + page.reviewed())
            + "; since then "
            + (changes == 1 ? "one change" : Counted.of(changes) + " changes")
            + (breaking == 0 ? "" : ", " + Counted.of(breaking) + " of them breaking");
    return new TableView(kit.listed(ref.display()), index.href(PATH, ref), note, breaking);
  }

  private int breaking(Rationale page) {
    return (int)
        page.since().stream()
            .filter((Lifeline.Event event) -> level(event) == Level.BREAKING)
            .count();
  }

  private Level level(Lifeline.Event event) {
    return chronicle.steps().get(event.step()).changes().get(event.change()).verdict().level();
  }

  /** Tables without a page that says why, the weightiest first. */
  private List<TableView> next() {
    Map<ObjectRef, Coverage.Source> why = new HashMap<>();
    coverage.tables().forEach(told -> why.put(told.table(), told.why()));
    return importance.ranked().stream()
        .filter(ref -> why.get(ref) != Coverage.Source.PAGE)
        .limit(NEXT)
        .map(
            ref ->
                new TableView(
                    kit.listed(ref.display()),
                    index.href(PATH, ref),
                    importance.words(ref) + "; " + state(ref, why.get(ref)),
                    0))
        .toList();
  }

  private String state(ObjectRef ref, Coverage.Source why) {
    Rationale page = index.page(ref);
    String has =
        switch (why) {
          case COMMENT -> "has a comment";
          case MIGRATION -> "its migration says something";
          default -> "nothing is written";
        };
    return page != null && page.stub() ? has + ", and a stub: " + questions(page) : has;
  }

  private static String questions(Rationale page) {
    long open = page.body().lines().filter(line -> line.startsWith("- [ ] ")).count();
    return open == 1 ? "one open question" : open + " open questions";
  }

  private CoverageRow row(Coverage.Told told) {
    Rationale page = index.page(told.table());
    return new CoverageRow(
        kit.listed(told.table().display()),
        index.href(PATH, told.table()),
        page != null && page.stub() ? "stub" : told.why().label(),
        told.why().counts(),
        told.columnsTold(),
        told.columns().size(),
        page == null ? "" : String.join(", ", page.owners()),
        page == null ? "" : page.reviewed(),
        page == null ? 0 : page.since().size());
  }
}

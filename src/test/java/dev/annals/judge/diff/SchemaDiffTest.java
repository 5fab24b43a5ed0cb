package dev.annals.judge.diff;

import static dev.annals.judge.diff.Objects.check;
import static dev.annals.judge.diff.Objects.column;
import static dev.annals.judge.diff.Objects.enumType;
import static dev.annals.judge.diff.Objects.enumValue;
import static dev.annals.judge.diff.Objects.foreignKey;
import static dev.annals.judge.diff.Objects.grant;
import static dev.annals.judge.diff.Objects.heir;
import static dev.annals.judge.diff.Objects.index;
import static dev.annals.judge.diff.Objects.kept;
import static dev.annals.judge.diff.Objects.primaryKey;
import static dev.annals.judge.diff.Objects.sequence;
import static dev.annals.judge.diff.Objects.table;
import static dev.annals.judge.diff.Objects.view;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annals.model.change.Change;
import dev.annals.model.schema.DefaultPrivilege;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.Namespace;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.Snapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaDiffTest {

  private static Snapshots orders() {
    return new Snapshots()
        .with(1, table("public", "orders"))
        .with(11, column("orders", "id", 1, "bigint"))
        .with(12, column("orders", "total", 2, "numeric(10,2)"))
        .with(13, column("orders", "note", 3, "text"));
  }

  private static List<String> diff(Snapshots before, Snapshots after) {
    return diff(before.done(), after.done());
  }

  private static List<String> diff(Snapshot before, Snapshot after) {
    return SchemaDiff.between(before, after).stream().map(SchemaDiffTest::told).toList();
  }

  private static String told(Change change) {
    String text = change.getClass().getSimpleName() + " " + change.subject();
    if (change instanceof Change.Renamed renamed) {
      return text + " was " + renamed.before().ref().qualified();
    }
    if (change instanceof Change.Altered altered) {
      return text + " " + altered.property().label() + ": " + altered.from() + " > " + altered.to();
    }
    return text;
  }

  @Test
  void whatHangsOnNoObjectGoesAlongWithItsSchema() {
    assertEquals(
        List.of("Renamed schema store was shop"),
        diff(
            new Snapshots().with(1, new Namespace("shop", "")).with(promise("shop")),
            new Snapshots().with(1, new Namespace("store", "")).with(promise("store"))));
  }

  @Test
  void aPublicationIsOneFactWithItsTables() {
    Snapshots published = orders().with(40, publication("changes")).with(41, listed("changes"));
    assertEquals(List.of("Added publication changes"), diff(orders(), published));
    assertEquals(List.of("Dropped publication changes"), diff(published, orders()));
    assertEquals(
        List.of("Renamed publication sent was changes"),
        diff(published, orders().with(40, publication("sent")).with(41, listed("sent"))));
    assertEquals(
        List.of("Added published table public.orders.changes"),
        diff(orders().with(40, publication("changes")), published));
  }

  private static Publication publication(String name) {
    return new Publication(name, false, List.of(), Publication.EVERYTHING, false, "", "owner", "");
  }

  private static PublishedTable listed(String publication) {
    return new PublishedTable("public", "orders", publication, List.of(), "");
  }

  private static DefaultPrivilege promise(String schema) {
    return new DefaultPrivilege(schema, "owner", "tables", "clerk", List.of("SELECT"));
  }

  @Test
  void aNewTableIsOneFactWithAllItsParts() {
    Snapshots after =
        orders()
            .with(21, primaryKey("orders", "id"))
            .with(22, index("orders", "orders_total", "", "total"))
            .with(23, foreignKey("orders", "orders_fk", "id", "orders"))
            .with(24, sequence("orders_id_seq", "public.orders.id"))
            .with(grant("orders", "clerk"))
            .with(grant("orders.total", "auditor"));
    assertEquals(List.of("Added table public.orders"), diff(new Snapshots(), after));
    assertEquals(List.of("Dropped table public.orders"), diff(after, new Snapshots()));
  }

  @Test
  void whatComesToAnExistingTableIsAFactOfItsOwn() {
    Snapshots after =
        orders()
            .with(14, column("orders", "customer", 4, "bigint"))
            .with(22, index("orders", "orders_customer", "", "customer"))
            .with(23, foreignKey("orders", "orders_fk", "customer", "customer"));
    assertEquals(
        List.of(
            "Added column public.orders.customer",
            "Added foreign key public.orders.orders_fk",
            "Added index public.orders.orders_customer"),
        diff(orders(), after));
  }

  @Test
  void aDroppedColumnTakesAlongWhatStoodOnItAlone() {
    Snapshots before =
        orders()
            .with(22, index("orders", "on_note", "", "lower(note)"))
            .with(23, index("orders", "on_both", "", "total", "note"))
            .with(24, check("orders", "note_short", "length(note) < 9", "note"))
            .with(grant("orders.note", "clerk"));
    Snapshots after =
        new Snapshots()
            .with(1, table("public", "orders"))
            .with(11, column("orders", "id", 1, "bigint"))
            .with(12, column("orders", "total", 2, "numeric(10,2)"));
    assertEquals(
        List.of("Dropped column public.orders.note", "Dropped index public.orders.on_both"),
        diff(before, after));
  }

  @Test
  void aRenamedTableIsOneChangeWhateverHangsOnIt() {
    Snapshots before =
        orders()
            .with(21, primaryKey("orders", "id"))
            .with(22, check("orders", "c", "(orders.total > 0)", "total"))
            .with(31, view("v", " SELECT orders.id\n   FROM orders;"))
            .with(32, foreignKey("line", "line_fk", "order_id", "orders"))
            .with(33, sequence("orders_id_seq", "public.orders.id"))
            .with(34, table("public", "line"))
            .with(grant("orders.total", "clerk"));
    Snapshots after =
        new Snapshots()
            .with(1, table("public", "purchase"))
            .with(11, column("purchase", "id", 1, "bigint"))
            .with(12, column("purchase", "total", 2, "numeric(10,2)"))
            .with(13, column("purchase", "note", 3, "text"))
            .with(
                21,
                new dev.annals.model.schema.Key(
                    "public",
                    "purchase",
                    "orders_pkey",
                    true,
                    List.of("id"),
                    List.of(),
                    false,
                    "",
                    "",
                    ""))
            .with(22, check("purchase", "c", "(purchase.total > 0)", "total"))
            .with(31, view("v", " SELECT purchase.id\n   FROM purchase;"))
            .with(32, foreignKey("line", "line_fk", "order_id", "purchase"))
            .with(33, sequence("orders_id_seq", "public.purchase.id"))
            .with(34, table("public", "line"))
            .with(grant("purchase.total", "clerk"));
    assertEquals(List.of("Renamed table public.purchase was public.orders"), diff(before, after));
  }

  @Test
  void aRenamedColumnIsOneChangeAndViewsKeepTheirOutputName() {
    Snapshots before =
        orders()
            .with(22, check("orders", "c", "((total > (0)::numeric))", "total"))
            .with(23, index("orders", "i", "(total > 0)", "total", "abs(total)"))
            .with(31, view("v", "SELECT o.id, o.total, o.total AS sum FROM orders o"));
    Snapshots after =
        new Snapshots()
            .with(1, table("public", "orders"))
            .with(11, column("orders", "id", 1, "bigint"))
            .with(12, column("orders", "sum", 2, "numeric(10,2)"))
            .with(13, column("orders", "note", 3, "text"))
            .with(22, check("orders", "c", "((sum > (0)::numeric))", "sum"))
            .with(23, index("orders", "i", "(sum > 0)", "sum", "abs(sum)"))
            .with(31, view("v", "SELECT o.id, o.sum AS total, o.sum FROM orders o"));
    assertEquals(
        List.of("Renamed column public.orders.sum was public.orders.total"), diff(before, after));
  }

  @Test
  void aTextThatChangedBesideARenameIsStillSeen() {
    Snapshots before = orders().with(22, check("orders", "c", "(total > 0)", "total"));
    Snapshots after =
        new Snapshots()
            .with(1, table("public", "orders"))
            .with(11, column("orders", "id", 1, "bigint"))
            .with(12, column("orders", "sum", 2, "integer"))
            .with(13, column("orders", "note", 3, "text"))
            .with(22, check("orders", "c", "(sum > 1)", "sum"));
    assertEquals(
        List.of(
            "Renamed column public.orders.sum was public.orders.total",
            "Altered column public.orders.sum type: numeric(10,2) > integer",
            "Altered check constraint public.orders.c expression: (total > 0) > (sum > 1)"),
        diff(before, after));
  }

  @Test
  void dropAndAddOfOneNameIsTwoFactsForTablesAndColumns() {
    Snapshots after =
        new Snapshots()
            .with(1, table("public", "orders"))
            .with(11, column("orders", "id", 1, "bigint"))
            .with(14, column("orders", "total", 3, "text"))
            .with(13, column("orders", "note", 2, "text"));
    assertEquals(
        List.of("Dropped column public.orders.total", "Added column public.orders.total"),
        diff(orders(), after));
    Snapshots again =
        new Snapshots()
            .with(2, table("public", "orders"))
            .with(211, column("orders", "id", 1, "bigint"));
    assertEquals(
        List.of("Dropped table public.orders", "Added table public.orders"), diff(orders(), again));
  }

  @Test
  void aViewMadeAgainIsRecreated() {
    Snapshots before =
        new Snapshots()
            .with(5, view("v", "SELECT 1"))
            .with(51, column("v", "a", 1, "integer"))
            .with(52, column("v", "b", 2, "integer"));
    Snapshots after =
        new Snapshots()
            .with(6, view("v", "SELECT 2"))
            .with(61, column("v", "a", 1, "bigint"))
            .with(62, column("v", "c", 2, "integer"));
    assertEquals(
        List.of(
            "Recreated view public.v",
            "Altered view public.v definition: SELECT 1 > SELECT 2",
            "Altered column public.v.a type: integer > bigint",
            "Dropped column public.v.b",
            "Added column public.v.c"),
        diff(before, after));
  }

  @Test
  void aTypeChangeGivesIndexesNewIdentitiesAndTextsWithoutCasts() {
    Snapshots before =
        new Snapshots()
            .with(1, table("public", "t"))
            .with(12, column("t", "b", 1, "character varying(9)"))
            .with(22, check("t", "c", "(length((b)::text) > 1)", "b"))
            .with(23, index("t", "i", "((b)::text = 'x'::text)", "b"))
            .with(24, index("t", "j", "", "b"));
    Snapshots after =
        new Snapshots()
            .with(1, table("public", "t"))
            .with(12, column("t", "b", 1, "text"))
            .with(32, check("t", "c", "(length(b) > 1)", "b"))
            .with(33, index("t", "i", "(b = 'x'::text)", "b"))
            .with(34, index("t", "k", "", "b"));
    assertEquals(
        List.of(
            "Altered column public.t.b type: character varying(9) > text",
            "Renamed index public.t.k was public.t.j"),
        diff(before, after));
  }

  @Test
  void onlyARealReorderIsAChangeOfPlace() {
    Snapshots three =
        new Snapshots()
            .with(7, enumType("mood"))
            .with(71, enumValue("mood", "sad", 1))
            .with(72, enumValue("mood", "ok", 2))
            .with(73, enumValue("mood", "happy", 3));
    Snapshots grown =
        new Snapshots()
            .with(7, enumType("mood"))
            .with(70, enumValue("mood", "awful", 1))
            .with(71, enumValue("mood", "sad", 2))
            .with(72, enumValue("mood", "ok", 3))
            .with(73, enumValue("mood", "happy", 4));
    Snapshots turned =
        new Snapshots()
            .with(7, enumType("mood"))
            .with(73, enumValue("mood", "happy", 1))
            .with(71, enumValue("mood", "sad", 2))
            .with(72, enumValue("mood", "ok", 3));
    assertEquals(List.of("Added enum value public.mood.awful"), diff(three, grown));
    assertEquals(
        List.of("Altered enum value public.mood.happy position: 3 > 1"), diff(three, turned));
  }

  @Test
  void tablesThatSwapNamesKeepTheirParts() {
    Snapshots before =
        new Snapshots()
            .with(1, table("public", "a"))
            .with(11, column("a", "x", 1, "integer"))
            .with(2, table("public", "b"))
            .with(21, column("b", "x", 1, "text"));
    Snapshots after =
        new Snapshots()
            .with(1, table("public", "b"))
            .with(11, column("b", "x", 1, "integer"))
            .with(2, table("public", "a"))
            .with(21, column("a", "x", 1, "text"));
    assertEquals(
        List.of("Renamed table public.a was public.b", "Renamed table public.b was public.a"),
        diff(before, after));
  }

  @Test
  void aMoveToAnotherNameSpaceIsOneChange() {
    Snapshots before =
        new Snapshots()
            .with(1, table("public", "t"))
            .with(31, view("v", "SELECT id FROM public.t"));
    Snapshots after =
        new Snapshots().with(1, table("app", "t")).with(31, view("v", "SELECT id FROM app.t"));
    assertEquals(List.of("Renamed table app.t was public.t"), diff(before, after));
  }

  @Test
  void schemasWithoutIdentitiesAreComparedByAddress() {
    Snapshot before = Snapshot.of(orders().done().schema());
    Snapshots after =
        new Snapshots()
            .with(table("public", "orders"))
            .with(column("orders", "id", 1, "integer"))
            .with(column("orders", "sum", 2, "numeric(10,2)"))
            .with(column("orders", "note", 3, "text"));
    assertEquals(
        List.of(
            "Altered column public.orders.id type: bigint > integer",
            "Added column public.orders.sum",
            "Dropped column public.orders.total"),
        diff(before, after.done()));
  }

  @Test
  void whatHangsOnWhatIsDroppedGoesWithTheOutermost() {
    Grant grant = new Grant("public", ObjectKind.SEQUENCE, "s", "clerk", List.of("USAGE"));
    Snapshot before =
        new Snapshots()
            .with(1, table("public", "t"))
            .with(2, column("t", "id", 1, "bigint"))
            .with(3, sequence("s", "public.t.id"))
            .with(4, grant)
            .done();
    Map<ObjectRef, ObjectRef> with =
        SchemaDiff.compare(before, new Snapshots().done()).droppedWith();
    assertEquals(ObjectRef.table("public", "t"), with.get(grant.ref()));
  }

  /** Another type resets it in all tables below; else it is each table's own. */
  @Test
  void aCompressionThatATypeResetsIsToldOnce() {
    Snapshots before = inherited("text", "pglz");
    assertEquals(
        List.of(
            "Altered column public.root.note type: text > integer",
            "Altered column public.root.note storage: pglz > "),
        diff(before, inherited("integer", "")));
    assertEquals(
        List.of(
            "Altered column public.heir.note storage: pglz > ",
            "Altered column public.root.note storage: pglz > "),
        diff(before, inherited("text", "")));
  }

  private static Snapshots inherited(String type, String storage) {
    return new Snapshots()
        .with(1, table("public", "root"))
        .with(11, kept("root", "note", type, storage))
        .with(2, heir("public", "heir", "public.root"))
        .with(21, kept("heir", "note", type, storage));
  }
}

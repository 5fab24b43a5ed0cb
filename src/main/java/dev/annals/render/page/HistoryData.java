package dev.annals.render.page;

import dev.annals.ddl.ColumnSettings;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Policy;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.RewriteRule;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Statistics;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.Trigger;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Release;
import dev.annals.render.html.Sentences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every object was in every release, for comparing any two, for turning back the diagram, and
 * for the lists of columns, of constraints and indexes, and of triggers and policies: a script that
 * is loaded when it is used.
 *
 * <p>{@code {releases: [[name, date, version, bump, page, title, [[what breaks, page], …]], …],
 * relations: [[kind, page, states, [[sort, states], …]], …], objects: [[kind, page, states], …]}}.
 * A state is {@code [release]} where the object is gone from then on, and else {@code [release,
 * name, …]}: for a column its type, 1 for not null, and its default; for a foreign key its columns,
 * the table it points at, the columns there, and what happens on delete; for a trigger, a policy
 * and a rewrite rule when it acts, for whom, and what it runs or demands; for an index its
 * definition, and whether it is unique; for others their definition, as it is shown; then, for
 * parts of relations, how their address ends where that does not follow from the name. Sorts:
 * {@code c}olumn, {@code p}rimary key, {@code u}nique, {@code f}oreign key.
 *
 * <p>The script itself is shorter, and unfolds when it runs: of a part that came with its relation
 * and stayed as it was, which most are, it has the words alone (nothing of what is published, which
 * nobody asks for then); and a text of a part that comes again is its number, from 0, in the order
 * of first mention.
 *
 * <p>Releases beside the main history are no part of all that: where there are any, what was in
 * them is hidden by the script behind {@code whole()}, which gives releases, relations and objects
 * as above with all releases, and {@code way(a, b)}: the releases that lead from one of them to
 * another, and whether they lead there or back.
 */
final class HistoryData {

  static final String PATH = "assets/history-data.js";

  /** Longer definitions are told by a fingerprint: that they differ, and not how. */
  private static final int LONGEST = 160;

  /** A condition is read in the list of constraints, too. */
  private static final int LONGEST_CHECK = 600;

  /** What nobody compares. */
  private static final Set<Property> SILENT =
      Set.of(
          Property.COMMENT,
          Property.POSITION,
          Property.OWNER,
          Property.ENFORCED,
          Property.VALIDATED,
          Property.VALID);

  /** What is told without saying that it is. */
  private static final Set<Property> PLAIN =
      Set.of(Property.COLUMNS, Property.EXPRESSION, Property.DEFINITION, Property.PRIVILEGES);

  /** What goes without saying. */
  private static final Set<String> USUAL = Set.of("btree", "permanent", "table", "origin");

  /**
   * Makes of a part what it stands for; reads texts in the order in which they were written. The
   * lists, which say so before, call it themselves, a relation at a time.
   */
  private static final String UNFOLD =
      "(function(d){var t=[];"
          + "function text(x){if(typeof x===\"string\")t.push(x);else x=t[x];return x;}"
          + "d.unfold=function(r){r[3]=r[3].map(function(p){"
          + "var once=!Array.isArray(p[1]),states=once?[[r[2][0][0]].concat(p.slice(1))]:p[1];"
          + "return[p[0],states.map(function(s){return s.map(function(x,i){"
          + "return!i||p[0]===\"c\"&&i===3?x:text(x);});})];});};"
          + "if(!(window.annals||{}).slow)d.relations.forEach(d.unfold);return d;})";

  /**
   * Takes what releases beside the main history had out of the data, all of which is unfolded then;
   * the two are joined on demand.
   */
  private static final String BESIDE =
      ";(function(d,beside){"
          + "if((window.annals||{}).slow)d.relations.forEach(d.unfold);d.unfold=function(){};"
          + "var n=d.releases.length,all=d.releases.concat(beside),raw=[d.relations,d.objects];"
          + "function before(i){return i<n?i-1:all[i][7];}"
          + "function place(i){return i<n?i:place(before(i));}"
          + "function main(s){return s.filter(function(x){return x[0]<n;});}"
          + "function has(r){return r[2].length;}"
          + "function at(s,i){var found;if(i<0)return;"
          + "s.forEach(function(x){if(i<n?x[0]<=i:x[0]===i)found=x;});"
          + "return found||i<n?found:at(s,before(i));}"
          + "function up(i){return i<0?[]:up(before(i)).concat(i);}"
          + "d.relations=raw[0].map(function(r){return[r[0],r[1],main(r[2]),r[3].map(function(p){"
          + "return[p[0],main(p[1])];}).filter(function(p){return p[1].length;})];}).filter(has);"
          + "d.objects=raw[1].map(function(r){return[r[0],r[1],main(r[2])];}).filter(has);"
          + "d.whole=function(){"
          + "var order=all.map(function(r,i){return i;}).sort(function(a,b){"
          + "return place(a)-place(b)||a-b;});"
          + "function states(s){var found=[],last;order.forEach(function(i,p){var x=at(s,i);"
          + "if(x!==last&&(last||x.length>1))found.push([p].concat(x?x.slice(1):[]));last=x;});"
          + "return found;}"
          + "function thing(r){var t=[r[0],r[1],states(r[2])];if(r[3])t.push(r[3].map(function(p){"
          + "return[p[0],states(p[1])];}));return t;}"
          + "return{releases:order.map(function(i){return all[i];}),"
          + "relations:raw[0].map(thing),objects:raw[1].map(thing),way:function(a,b){"
          + "var x=up(order[a]),y=up(order[b]),there=y.filter(function(i){return x.indexOf(i)<0;}),"
          + "back=x.filter(function(i){return y.indexOf(i)<0;});"
          + "return[(there.length?there:back).map(function(i){return all[i];}),there.length];}};};"
          + "})(window.annalsHistory,[";

  private final SiteIndex index;

  /** Texts of parts by their numbers, in the order of first mention. */
  private final Map<String, Integer> told = new HashMap<>();

  HistoryData(SiteIndex index) {
    this.index = index;
  }

  SiteFile file() {
    Map<ObjectRef, List<Ages.Thing>> parts = new LinkedHashMap<>();
    List<Ages.Thing> relations = new ArrayList<>();
    List<Ages.Thing> others = new ArrayList<>();
    Ages ages = index.ages();
    for (Ages.Thing thing :
        Stream.of(ages.things(), ages.others()).flatMap(List::stream).toList()) {
      ObjectRef ref = thing.last().ref();
      if (ref.kind().isRelation()) {
        relations.add(thing);
      } else if (ref.kind().belongsToRelation()) {
        parts
            .computeIfAbsent(
                ObjectRef.table(ref.schema(), ref.parent()), owner -> new ArrayList<>())
            .add(thing);
      } else if (ref.kind() != ObjectKind.SCHEMA && ref.kind() != ObjectKind.DEFAULT_PRIVILEGE) {
        others.add(thing);
      }
    }
    Map<ObjectRef, Ages.Thing> owners = new TreeMap<>();
    relations.forEach(
        thing ->
            owners.merge(
                ObjectRef.table(schema(thing), thing.last().ref().name()),
                thing,
                (former, latter) -> latter.states().isEmpty() ? former : latter));
    List<Release> main = Release.main(index.chronicle().releases());
    String text =
        "window.annalsHistory="
            + UNFOLD
            + "({\"releases\":[\n"
            + main.stream().map(this::release).collect(Collectors.joining(",\n"))
            + "\n],\"relations\":[\n"
            + relations.stream()
                .map(thing -> relation(thing, own(thing, owners, parts)))
                .collect(Collectors.joining(",\n"))
            + "\n],\"objects\":[\n"
            + others.stream().map(this::object).collect(Collectors.joining(",\n"))
            + "\n]})"
            + beside(ages, main.size())
            + ";\n";
    return SiteFile.text(PATH, text);
  }

  private static String schema(Ages.Thing thing) {
    return thing.last().ref().schema();
  }

  /** Of two relations that had one name, the later has the parts. */
  @SuppressWarnings("ReferenceEquality")
  private static List<Ages.Thing> own(
      Ages.Thing thing, Map<ObjectRef, Ages.Thing> owners, Map<ObjectRef, List<Ages.Thing>> parts) {
    ObjectRef owner = ObjectRef.table(schema(thing), thing.last().ref().name());
    return owners.get(owner) == thing ? parts.getOrDefault(owner, List.of()) : List.of();
  }

  /** Nothing where all releases are of the main history. */
  private String beside(Ages ages, int main) {
    List<String> beside = new ArrayList<>();
    for (Release release : index.chronicle().releases()) {
      if (release.aside()) {
        String text = release(release);
        int before = ages.before(main + beside.size());
        beside.add(text.substring(0, text.length() - 1) + "," + before + "]");
      }
    }
    return beside.isEmpty() ? "" : BESIDE + "\n" + String.join(",\n", beside) + "\n])";
  }

  private String release(Release release) {
    String path = PageNames.release(release.cut().name());
    List<String> breaking =
        release.changes().stream()
            .filter(judged -> judged.verdict().breaking())
            .map(this::breaking)
            .toList();
    return Json.list(
        List.of(
            Json.text(release.cut().name()),
            Json.text(release.cut().date()),
            Json.text(release.version().toString()),
            Json.text(release.bump().label(release.changes())),
            Json.text(path),
            Json.text(release.cut().title()),
            Json.list(breaking)));
  }

  /** What it says, where its subject is if it is still there, and the rule that says it. */
  private String breaking(JudgedChange judged) {
    ObjectRef subject = judged.change().subject();
    return Json.list(
        List.of(
            Json.text(Sentences.about(subject, judged.verdict().summary())),
            Json.text(index.place(subject)),
            Json.text(judged.verdict().rule())));
  }

  private String relation(Ages.Thing thing, List<Ages.Thing> parts) {
    List<List<Object>> own = states(thing);
    List<String> shown =
        parts.stream().map(part -> part(part, own)).filter(text -> !text.isEmpty()).toList();
    return Json.list(
        List.of(
            Json.text(kind(thing.last())),
            Json.text(thing.alive() ? PageNames.page(thing.last().ref()) : ""),
            plain(own),
            Json.list(shown)));
  }

  /** A part of a relation; empty where nobody asks for it. */
  private String part(Ages.Thing part, List<List<Object>> own) {
    String sort = sort(part);
    List<List<Object>> states = states(part);
    List<Object> first = states.get(0);
    if (states.size() > 1 || !first.get(0).equals(own.get(0).get(0))) {
      String all = Json.list(states.stream().map(this::numbered).map(Json::list).toList());
      return Json.list(List.of(Json.text(sort), all));
    }
    if (sort.length() > 1 && !isListed(part.last().ref())) {
      return "";
    }
    List<String> words = numbered(first);
    return Json.list(Stream.concat(Stream.of(Json.text(sort)), words.stream().skip(1)).toList());
  }

  private List<String> numbered(List<Object> state) {
    return state.stream().map(this::numbered).toList();
  }

  private String numbered(Object word) {
    if (!(word instanceof String text)) {
      return word.toString();
    }
    Integer number = told.putIfAbsent(text, told.size());
    return number == null ? Json.text(text) : number.toString();
  }

  private static String plain(List<List<Object>> states) {
    return Json.list(states.stream().map(HistoryData::plainly).toList());
  }

  private static String plainly(List<Object> state) {
    return Json.list(
        state.stream()
            .map(word -> word instanceof String text ? Json.text(text) : word.toString())
            .toList());
  }

  private static String kind(SchemaObject relation) {
    return relation instanceof Table table && !table.partitionOf().isEmpty()
        ? "partition"
        : relation.ref().kind().label();
  }

  private String object(Ages.Thing thing) {
    ObjectRef ref = thing.last().ref();
    String page = thing.alive() ? PageNames.page(ref) : "";
    return Json.list(List.of(Json.text(ref.kind().label()), Json.text(page), plain(states(thing))));
  }

  private static String sort(Ages.Thing part) {
    return switch (part.last().ref().kind()) {
      case COLUMN -> "c";
      case PRIMARY_KEY -> "p";
      case UNIQUE -> "u";
      case FOREIGN_KEY -> "f";
      default -> part.last().ref().kind().label();
    };
  }

  /**
   * Numbers of releases, each with the words of what it was from then on; none where it is gone.
   */
  private static List<List<Object>> states(Ages.Thing thing) {
    List<List<Object>> states = new ArrayList<>();
    List<Object> last = List.of();
    for (Ages.State state : thing.states()) {
      List<Object> words = state.object() == null ? List.of() : words(state.object());
      if (!words.equals(last) || states.isEmpty()) {
        List<Object> all = new ArrayList<>(List.of(state.release()));
        all.addAll(words);
        states.add(all);
      }
      last = words;
    }
    for (Ages.State state : thing.beside()) {
      List<Object> all = new ArrayList<>(List.of(state.release()));
      all.addAll(state.object() == null ? List.of() : words(state.object()));
      states.add(all);
    }
    return states;
  }

  private static List<Object> words(SchemaObject object) {
    if (object instanceof Column column) {
      return addressed(
          column.ref(),
          column.name(),
          column.type().replaceFirst("^public\\.", ""),
          column.nullable() ? 0 : 1,
          ColumnRows.shortly(standard(column), column.type()));
    }
    if (object instanceof Grant grant) {
      return List.of(granted(grant), String.join(", ", grant.privileges()));
    }
    if (object instanceof ForeignKey key) {
      ObjectRef target = ObjectRef.table(key.targetSchema(), key.targetTable());
      return addressed(
          key.ref(),
          key.name(),
          String.join(", ", key.columns()),
          target.display(),
          String.join(", ", key.targetColumns()),
          (key.onDelete().equals("NO ACTION") ? "" : "on delete " + key.onDelete())
              + (key.validated() ? "" : " not validated"));
    }
    ObjectRef ref = object.ref();
    if (object instanceof Trigger || object instanceof Policy || object instanceof RewriteRule) {
      List<Object> acts = new ArrayList<>(List.of(ref.name()));
      Acts.of(object).stream().map(text -> brief(text, LONGEST_CHECK)).forEach(acts::add);
      return addressed(ref, acts.toArray());
    }
    if (object instanceof Statistics statistics) {
      return addressed(ref, ref.name(), brief(Acts.counted(statistics), LONGEST));
    }
    if (object instanceof Index held) {
      return addressed(ref, ref.name(), definition(object), held.unique() ? "unique" : "");
    }
    return isListed(ref)
        ? addressed(ref, ref.name(), definition(object))
        : List.of(ref.kind().belongsToRelation() ? ref.name() : ref.display(), definition(object));
  }

  /** Who may do something with what; what it is stands by itself. */
  private static String granted(Grant grant) {
    String to = grant.grantee().equals("public") ? "everybody" : grant.grantee();
    return "to " + to + " on " + grant.on().label() + " " + grant.target().display();
  }

  /** Whether a list has it. */
  private static boolean isListed(ObjectRef part) {
    return part.kind().belongsToRelation() && part.kind() != ObjectKind.PUBLISHED_TABLE;
  }

  /** Words, and at the end how the address of a part ends where that does not follow. */
  private static List<Object> addressed(ObjectRef part, Object... words) {
    List<Object> all = new ArrayList<>(List.of(words));
    String slug = PageNames.slug(part.name());
    if (!slug.equals(part.name())) {
      all.add(slug);
    }
    return all;
  }

  /** What fills a column in by itself. */
  static String standard(Column column) {
    return !column.generated().isEmpty()
        ? "generated " + column.generated()
        : !column.identity().isEmpty()
            ? "identity " + column.identity().toLowerCase(Locale.ROOT) + counting(column)
            : column.defaultValue();
  }

  private static String counting(Column column) {
    String text = ColumnSettings.counting(column).toLowerCase(Locale.ROOT);
    return text.isEmpty() ? "" : " (" + text + ")";
  }

  /** All that is compared of an object, comments and places aside. */
  static String definition(SchemaObject object) {
    if (object instanceof Key key) {
      return String.join(", ", key.columns());
    }
    StringBuilder text = new StringBuilder();
    object
        .properties()
        .values()
        .forEach(
            (property, value) -> {
              if (!SILENT.contains(property)
                  && !USUAL.contains(value)
                  && !(object instanceof Index && property == Property.UNIQUE)) {
                boolean first = text.length() == 0;
                text.append(first ? "" : property == Property.PREDICATE ? " " : "; ");
                text.append(told(property, value));
              }
            });
    if (object instanceof Check check && !check.validated()) {
      text.append("; not validated");
    }
    return brief(text.toString(), object instanceof Check ? LONGEST_CHECK : LONGEST);
  }

  /** A property in the words of who compares: what it is of stands by itself. */
  private static String told(Property property, String value) {
    if (PLAIN.contains(property)) {
      return value;
    }
    String label = property == Property.PREDICATE ? "where" : property.label();
    return value.equals("yes") ? label : label + " " + value;
  }

  private static String brief(String text, int longest) {
    return text.length() <= longest ? text : PageNames.hash(text);
  }
}

package dev.annals.render.page;

import dev.annals.model.schema.Check;
import dev.annals.model.schema.Exclusion;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Policy;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.RewriteRule;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Statistics;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.Trigger;
import dev.annals.render.html.Html;
import dev.annals.render.html.SqlHighlighter;
import dev.annals.render.page.Views.PartView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keys, constraints, indexes, triggers, policies and grants of a table or view. */
final class PartRows {

  /** What a trigger's definition begins with. */
  private static final Pattern NAMED =
      Pattern.compile("^CREATE (CONSTRAINT )?TRIGGER " + Acts.NAME + " ");

  private final SiteIndex index;
  private final Schema schema;
  private final Map<ObjectRef, List<Grant>> onColumns;

  PartRows(SiteIndex index) {
    this.index = index;
    this.schema = index.schema();
    this.onColumns =
        schema
            .all(Grant.class)
            .filter(grant -> grant.on() == ObjectKind.COLUMN)
            .collect(Collectors.groupingBy(PartRows::table));
  }

  List<PartView> of(ObjectRef ref, String path) {
    List<PartView> parts = new ArrayList<>();
    String s = ref.schema();
    String n = ref.name();
    for (Key key : schema.partsOf(s, n, Key.class)) {
      parts.add(part(key, code(key.definition()), ""));
    }
    for (ForeignKey key : schema.foreignKeys(s, n)) {
      ObjectRef target = ObjectRef.table(key.targetSchema(), key.targetTable());
      String link = Html.link(index.href(path, target), target.display());
      String text =
          "<code>"
              + Html.escape(String.join(", ", key.columns()))
              + "</code> → "
              + link
              + " <code>"
              + Html.escape(String.join(", ", key.targetColumns()))
              + "</code>"
              + action(" on delete ", key.onDelete())
              + action(" on update ", key.onUpdate())
              + (key.deferrable().isEmpty() ? "" : " " + key.deferrable().toLowerCase(Locale.ROOT));
      parts.add(part(key, text, key.validated() ? "" : "not validated"));
    }
    for (Check check : schema.partsOf(s, n, Check.class)) {
      parts.add(part(check, code(check.expression()), check.validated() ? "" : "not validated"));
    }
    for (Exclusion exclusion : schema.partsOf(s, n, Exclusion.class)) {
      parts.add(part(exclusion, code(exclusion.definition()), ""));
    }
    for (Index i : schema.partsOf(s, n, Index.class)) {
      String text = i.definition().replaceFirst("^CREATE (UNIQUE )?INDEX .*? USING ", "");
      String flag = (i.unique() ? "unique" : "") + (i.valid() ? "" : " invalid");
      parts.add(part(i, code(text), flag.strip()));
    }
    for (Trigger trigger : schema.partsOf(s, n, Trigger.class)) {
      String text = NAMED.matcher(trigger.definition()).replaceFirst("");
      parts.add(
          part(trigger, code(text), trigger.enabled().equals("origin") ? "" : trigger.enabled()));
    }
    for (Policy policy : schema.partsOf(s, n, Policy.class)) {
      parts.add(part(policy, policy(policy), policy.permissive() ? "" : "restrictive"));
    }
    for (RewriteRule rule : schema.partsOf(s, n, RewriteRule.class)) {
      parts.add(part(rule, code(rule.definition()), ""));
    }
    for (Statistics statistics : schema.partsOf(s, n, Statistics.class)) {
      parts.add(part(statistics, code(statistics.definition()), ""));
    }
    publications(ref, path, parts);
    for (List<Grant> grants : grants(s, n)) {
      String rights = grants.stream().map(PartRows::rights).collect(Collectors.joining(", "));
      parts.add(part(grants.get(0), code(rights), ""));
    }
    return parts;
  }

  /** Those that list the table, and those that have it anyway. */
  private void publications(ObjectRef ref, String path, List<PartView> parts) {
    Map<String, PublishedTable> listed = new LinkedHashMap<>();
    schema
        .partsOf(ref.schema(), ref.name(), PublishedTable.class)
        .forEach(table -> listed.put(table.publication(), table));
    Table table = schema.table(ref.schema(), ref.name()).orElse(null);
    schema
        .all(Publication.class)
        .filter(
            publication ->
                listed.containsKey(publication.name())
                    || (table != null && publication.takes(table)))
        .forEach(
            publication -> {
              PublishedTable own = listed.get(publication.name());
              String link =
                  Html.link(index.href(path, publication.ref()), publication.name()) + " sends ";
              String columns =
                  own == null || own.columns().isEmpty()
                      ? ""
                      : " of " + code(String.join(", ", own.columns()));
              String filter =
                  own == null || own.filter().isEmpty() ? "" : " where " + code(own.filter());
              String why =
                  own != null ? "" : publication.allTables() ? "all tables" : "all of the schema";
              parts.add(
                  new PartView(
                      PageNames.anchor(publishedIn(ref, publication)),
                      publication.ref().kind().label(),
                      publication.name(),
                      link
                          + Html.escape(String.join(", ", publication.publishes()))
                          + columns
                          + filter,
                      publication.comment(),
                      why));
            });
  }

  private static ObjectRef publishedIn(ObjectRef table, Publication publication) {
    return new ObjectRef(
        ObjectKind.PUBLISHED_TABLE, table.schema(), table.name(), publication.name());
  }

  /** What each role may do, with the table and with columns of it. */
  private Collection<List<Grant>> grants(String schemaName, String name) {
    Map<String, List<Grant>> byRole = new LinkedHashMap<>();
    Stream.concat(
            schema.partsOf(schemaName, name, Grant.class).stream(),
            onColumns.getOrDefault(ObjectRef.table(schemaName, name), List.of()).stream())
        .forEach(
            grant -> byRole.computeIfAbsent(grant.grantee(), key -> new ArrayList<>()).add(grant));
    return byRole.values();
  }

  private static String rights(Grant grant) {
    String column = grant.on() == ObjectKind.COLUMN ? " (" + grant.target().name() + ")" : "";
    return String.join(", ", grant.privileges()) + column;
  }

  private static ObjectRef table(Grant grant) {
    return ObjectRef.table(grant.schema(), grant.target().owner());
  }

  private static String action(String label, String action) {
    boolean usual = action.isEmpty() || action.equals("NO ACTION");
    return usual ? "" : Html.escape(label + action.toLowerCase(Locale.ROOT));
  }

  private static String policy(Policy policy) {
    return "for "
        + Html.escape(policy.command().toLowerCase(Locale.ROOT))
        + " to "
        + Html.escape(String.join(", ", policy.roles()))
        + (policy.using().isEmpty() ? "" : " using " + code(policy.using()))
        + (policy.withCheck().isEmpty() ? "" : " with check " + code(policy.withCheck()));
  }

  private static String code(String sql) {
    return "<code>" + SqlHighlighter.html(sql) + "</code>";
  }

  private static PartView part(SchemaObject object, String html, String flag) {
    return new PartView(
        PageNames.anchor(object.ref()),
        object.ref().kind().label(),
        object.ref().name(),
        html,
        object.comment(),
        flag);
  }
}

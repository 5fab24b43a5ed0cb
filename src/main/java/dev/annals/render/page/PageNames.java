package dev.annals.render.page;

import dev.annals.model.history.Migration;
import dev.annals.model.schema.ObjectRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where each thing has its page, and its place on the page. Names come through as they are where
 * every file system takes them; others keep what can be kept and get a short hash of the whole.
 */
public final class PageNames {

  private static final int LONGEST = 100;
  private static final Pattern HASHED = Pattern.compile(".*-[0-9a-f]{8}");

  /** Names that Windows keeps for devices, whatever their ending. */
  private static final Pattern RESERVED =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9]|index)(\\..*)?");

  private PageNames() {}

  /** A name that is safe in a path and in an anchor; two names never share one. */
  public static String slug(String name) {
    return isPlain(name)
            && !name.endsWith(".")
            && !(name.indexOf('-') >= 0 && HASHED.matcher(name).matches())
            && !RESERVED.matcher(name).matches()
        ? name
        : hashed(name, name);
  }

  /** Small letters, digits and underscores, and full stops and hyphens behind the first of them. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean of = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
      if (!of && (i == 0 || (c != '.' && c != '-'))) {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= LONGEST;
  }

  /** What can be kept of a name, and a hash of what tells it from others. */
  private static String hashed(String name, String identity) {
    String kept =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_.-]+", "-")
            .replaceAll("^[.-]+|[.-]+$", "");
    if (RESERVED.matcher(kept).matches()) {
      kept = kept.replace('.', '-'); // Windows looks at what is before the first full stop
    }
    return (kept.length() > 60 ? kept.substring(0, 60) : kept) + "-" + hash(identity);
  }

  /** A short fingerprint of a text. */
  static String hash(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The page of an object that has one; empty for sorts that have none. */
  public static String page(ObjectRef ref) {
    String folder =
        switch (ref.kind()) {
          case TABLE -> "tables";
          case VIEW, MATERIALIZED_VIEW -> "views";
          case ROUTINE -> "routines";
          case ENUM, DOMAIN, COMPOSITE, RANGE -> "types";
          case COLLATION -> "collations";
          case OPERATOR -> "operators";
          case CAST -> "casts";
          case SEQUENCE -> "sequences";
          case PUBLICATION -> "publications";
          case EVENT_TRIGGER -> "event-triggers";
          default -> "";
        };
    return folder.isEmpty() ? "" : folder + "/" + slug(ref.schema(), ref.name()) + ".html";
  }

  /** The page of a relation's whole history. */
  static String history(ObjectRef ref) {
    return "history/" + stem(ref) + ".html";
  }

  /** The file name, without its ending, of whatever belongs to a relation. */
  static String stem(ObjectRef ref) {
    return slug(ref.schema(), ref.name());
  }

  /** The first full stop parts a schema from a name, unless the schema has one itself. */
  private static String slug(String schema, String name) {
    if (schema.isEmpty()) {
      return slug(name);
    }
    String both = schema + "." + name;
    return schema.contains(".") ? hashed(both, schema + "\0" + name) : slug(both);
  }

  /** The place of a part on its owner's page. */
  public static String anchor(ObjectRef ref) {
    String prefix =
        switch (ref.kind()) {
          case COLUMN, ATTRIBUTE -> "col";
          case PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, DOMAIN_CHECK -> "con";
          case FOREIGN_KEY -> "fk";
          case INDEX -> "idx";
          case TRIGGER -> "trg";
          case POLICY -> "pol";
          case ENUM_VALUE -> "val";
          case PUBLISHED_TABLE -> "pub";
          default -> "obj";
        };
    return prefix + "-" + slug(ref.name());
  }

  /** The file name, without its ending, of a release's pages. */
  public static String releaseStem(String release) {
    return slug(release);
  }

  /** The page of a release. */
  public static String release(String release) {
    return "releases/" + releaseStem(release) + ".html";
  }

  /** The page of a migration. */
  public static String migration(Migration migration) {
    String name =
        migration.version().isEmpty() ? "r-" + migration.description() : migration.version();
    return "migrations/" + slug(name.replace(' ', '_')) + ".html";
  }

  /** The page of a subject area. */
  public static String area(String name) {
    return "areas/" + slug(name) + ".html";
  }

  /** The page of a decision, by its file from the project's folder. */
  public static String decision(String path) {
    return "decisions/" + slug(path.replaceAll("\\.md$", "")) + ".html";
  }

  /** Where a picture of the project goes on the site. */
  public static String image(String path) {
    int dot = path.lastIndexOf('.');
    return "images/" + slug(path.substring(0, dot)) + path.substring(dot).toLowerCase(Locale.ROOT);
  }

  /** The page of a rule. */
  public static String rule(String id) {
    return "rules/" + slug(id) + ".html";
  }

  /** A page of all that a rule finds, counted from 1. */
  public static String check(String rule, int number) {
    return "checks/" + slug(rule) + (number == 1 ? "" : "-" + number) + ".html";
  }

  /** A path as seen from a page. */
  public static String relative(String from, String to) {
    if (to.startsWith(from + "#")) {
      return to.substring(from.length());
    }
    int folder = from.lastIndexOf('/') + 1;
    return folder > 0 && to.startsWith(from.substring(0, folder))
        ? to.substring(folder)
        : root(from) + to;
  }

  /** The way from a page up to the site's root. */
  public static String root(String from) {
    int depth = 0;
    for (int slash = from.indexOf('/'); slash >= 0; slash = from.indexOf('/', slash + 1)) {
      depth++;
    }
    return "../".repeat(depth);
  }
}

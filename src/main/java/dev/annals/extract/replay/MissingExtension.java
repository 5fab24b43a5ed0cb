package dev.annals.extract.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows by the name of what a server misses which extension brings it. */
final class MissingExtension {

  /** Types, functions and operator classes as the server's complaint names them. */
  private static final Pattern MISSING =
      Pattern.compile(
          "(?:type|operator class|function) \"?(?:\\w+\\.)?(\\w+)(?:\\([^)]*\\))?(?:\\[])*\"?.*"
              + " does not exist.*",
          Pattern.DOTALL);

  private static final Map<String, Pattern> BRINGS = new LinkedHashMap<>();

  static {
    BRINGS.put("postgis", Pattern.compile("geometry|geography|box[23]d|raster|st_\\w+"));
    BRINGS.put("uuid-ossp", Pattern.compile("uuid_(?:generate|ns|nil)\\w*"));
    BRINGS.put("pgcrypto", Pattern.compile("gen_random_bytes|gen_salt|crypt|digest|hmac|pgp_\\w+"));
    BRINGS.put("citext", Pattern.compile("citext"));
    BRINGS.put("hstore", Pattern.compile("hstore"));
    BRINGS.put("ltree", Pattern.compile("l(?:tree|query|txtquery)"));
    BRINGS.put("unaccent", Pattern.compile("unaccent"));
    BRINGS.put("pg_trgm", Pattern.compile("gi(?:n|st)_trgm_ops|(?:word_)?similarity"));
    BRINGS.put("vector", Pattern.compile("(?:half|sparse)?vec(?:tor)?|vector_\\w+_ops"));
  }

  private MissingExtension() {}

  /**
   * What to do about a complaint; empty where no extension that we know brings what is missing.
   *
   * @param sql the statement that it is about
   */
  static String advice(String complaint, String sql) {
    Matcher missing = MISSING.matcher(complaint);
    if (!missing.matches()) {
      return "";
    }
    String name = missing.group(1).toLowerCase(java.util.Locale.ROOT);
    return BRINGS.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(name).matches())
        .map(
            entry ->
                advice(name, entry.getKey(), complaint.startsWith("type") && isPlain(name, sql)))
        .findFirst()
        .orElse("");
  }

  /** True where the type stands without a modifier: {@code geometry(Point, 4326)} has one. */
  private static boolean isPlain(String name, String sql) {
    return !Pattern.compile("\\b" + name + "\"?\\s*\\(", Pattern.CASE_INSENSITIVE)
        .matcher(sql)
        .find();
  }

  /**
   * @param domain a domain can stand in for it, as one can for a type that has no modifier
   */
  private static String advice(String name, String extension, boolean domain) {
    String folder =
        "\nname a folder of its own last in locations, with a beforeMigrate.sql that says\n";
    String begin = "\n\"" + name + "\" comes with the extension " + extension;
    if (!extension.equals("postgis") && !extension.equals("vector")) {
      return begin
          + ", which no migration has made. Where your databases have it from elsewhere,"
          + folder
          + "  CREATE EXTENSION IF NOT EXISTS \""
          + extension
          + "\";";
    }
    String elsewhere =
        begin
            + ", which the bundled server does not have.\nReplay on a server of your own that has it"
            + " (scratch: jdbc:postgresql:…)";
    return domain
        ? elsewhere
            + ", or, to see the rest,"
            + folder
            + "  CREATE DOMAIN "
            + name
            + " AS "
            + (name.startsWith("geo") ? "point;" : "text;")
        : elsewhere + ".";
  }
}

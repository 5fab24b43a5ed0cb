package dev.annals.extract.catalog.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A query of ours, as a file. A line that ends in {@code -- since N} is for servers of that major
 * and later, one that ends in {@code -- before N} for earlier ones.
 */
final class SqlFile {

  private static final Pattern CONDITION = Pattern.compile("-- (since|before) (\\d+)$");

  private SqlFile() {}

  /** The text for a major, without our comments. */
  static String read(String name, int major) {
    try (InputStream in = SqlFile.class.getResourceAsStream("/sql/postgresql/catalog/" + name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> holds(line, major))
          .map(line -> line.replaceAll("\\s*-- .*$", ""))
          .filter(line -> !line.isBlank())
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(String line, int major) {
    Matcher matcher = CONDITION.matcher(line);
    if (!matcher.find()) {
      return true;
    }
    int bound = Integer.parseInt(matcher.group(2));
    return matcher.group(1).equals("since") ? major >= bound : major < bound;
  }
}

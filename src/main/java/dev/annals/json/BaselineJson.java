package dev.annals.json;

import dev.annals.model.Problem;
import dev.annals.model.gate.Baseline;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A baseline as a file: one entry a line, so that a change of it can be read in a review. */
public final class BaselineJson {

  private static final String FORMAT = "annals-baseline/1";
  private static final String ANY = "annals-baseline/";

  private BaselineJson() {}

  /** The file of a baseline; the same baseline gives the same bytes. */
  public static byte[] write(Baseline baseline) {
    StringBuilder text = new StringBuilder("{\n\"format\": \"" + FORMAT + "\",\n\"findings\": [");
    String separator = "\n";
    for (Baseline.Entry entry : baseline.entries()) {
      text.append(separator)
          .append(ChronicleJson.MAPPER.writeValueAsString(Records.writeRecord(entry)));
      separator = ",\n";
    }
    return text.append("\n]\n}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads one.
   *
   * @param file how it is called in messages
   * @throws Problem if it is none, or of another version
   */
  public static Baseline read(byte[] bytes, String file) {
    JsonNode node = parse(bytes, file);
    String format = node.path("format").asString("");
    if (format.startsWith(ANY) && !format.equals(FORMAT)) {
      throw wrong(
          file, "it is of the version \"" + format + "\", and this Annals reads " + FORMAT, false);
    }
    if (!format.equals(FORMAT) || !node.path("findings").isArray()) {
      throw wrong(file, "it is no baseline", true);
    }
    try {
      return new Baseline(
          node.get("findings")
              .valueStream()
              .map(each -> (Baseline.Entry) Records.read(each, Baseline.Entry.class))
              .toList());
    } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
      throw wrong(file, "an entry of it is none", true);
    }
  }

  /** True where a file says of itself that it is a baseline, of whatever version. */
  public static boolean isOne(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).contains("\"" + ANY);
  }

  private static JsonNode parse(byte[] bytes, String file) {
    try {
      return ChronicleJson.MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      throw wrong(file, "line " + e.getLocation().getLineNr() + ": it is no JSON", true);
    }
  }

  private static Problem wrong(String file, String what, boolean malformed) {
    return Problem.usage(
        "reading the baseline " + file + ": " + what,
        (malformed ? "Take it from version control again, or write" : "Write")
            + " it anew: annals check --baseline "
            + file
            + " --write-baseline");
  }
}

package dev.annals.judge.gate;

import dev.annals.judge.design.DesignCatalogue;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Lifeline;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What findings are known by from one check to the next: the rule and what it is about, never a
 * line or, where there is anything else, a sentence. An object is known by its first name and the
 * migration that made it, so that it may be renamed; what is alike is counted from the top.
 */
final class Fingerprints {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::rule)
          .thenComparing(Finding::path)
          .thenComparingInt(Finding::line)
          .thenComparing(Finding::message);

  private final Map<ObjectRef, String> identities = new HashMap<>();

  Fingerprints(Chronicle chronicle) {
    for (Lifeline life : chronicle.lifelines()) {
      if (life.alive()) {
        String maker =
            life.born() < 0 ? "" : chronicle.steps().get(life.born()).step().migration().name();
        identities.put(life.ref(), life.names().get(0) + "@" + maker);
      }
    }
  }

  private Fingerprints() {}

  /** The same findings, those without a fingerprint with one. */
  static List<Finding> withoutHistory(List<Finding> findings) {
    List<Finding> without = findings.stream().filter(f -> f.fingerprint().isEmpty()).toList();
    List<Finding> all = new ArrayList<>(findings);
    all.removeAll(without);
    all.addAll(new Fingerprints().on(without));
    all.sort(ORDER);
    return all;
  }

  /** The same findings, each with its fingerprint. */
  List<Finding> on(List<Finding> findings) {
    Map<String, Integer> alike = new HashMap<>();
    List<Finding> marked = new ArrayList<>(findings);
    marked.sort(ORDER);
    marked.replaceAll(
        finding -> {
          String key = key(finding);
          int number = alike.merge(key, 1, Integer::sum);
          return finding.withFingerprint(hash(key + "\0" + number));
        });
    return marked;
  }

  private String key(Finding finding) {
    if (finding.subjects().isEmpty()) {
      return String.join("\0", finding.rule(), finding.path(), finding.message());
    }
    String about = finding.subjects().stream().map(this::identity).collect(Collectors.joining(" "));
    boolean state = DesignCatalogue.rule(finding.rule()).isPresent();
    return String.join("\0", finding.rule(), about, state ? "" : finding.migration());
  }

  private String identity(ObjectRef ref) {
    return identities.getOrDefault(ref, ref.toString());
  }

  private static String hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package dev.annals.extract.git;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the address of a file's editor from that of the repository. */
final class EditAddress {

  /** {@code https://user@host/owner/name.git}, {@code git@host:owner/name.git}. */
  private static final Pattern REMOTE =
      Pattern.compile(
          "(?:https?://(?:[^@/]*@)?|ssh://(?:[^@/]*@)?|[A-Za-z0-9_.-]+@)"
              + "([A-Za-z0-9.-]+)(?::\\d+)?[:/]([A-Za-z0-9._/-]+?)(?:\\.git)?/?");

  private EditAddress() {}

  static String of(String remote, String branch, String prefix) {
    Matcher matcher = REMOTE.matcher(remote);
    if (!matcher.matches()) {
      return "";
    }
    String host = matcher.group(1);
    String editor = host.contains("github") ? "edit" : host.contains("gitlab") ? "-/edit" : "";
    return editor.isEmpty()
        ? ""
        : "https://%s/%s/%s/%s/%s{path}".formatted(host, matcher.group(2), editor, branch, prefix);
  }
}

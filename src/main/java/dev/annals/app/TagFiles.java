package dev.annals.app;

import dev.annals.extract.git.GitHistory;
import dev.annals.extract.git.GitTag;
import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedCallback;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that give the schema at a git tag: its own, and today's callbacks of folders that it
 * does not have. What stands in for the surroundings of a database today, did so then.
 */
final class TagFiles {

  private final GitHistory git;
  private final FlywaySettings settings;

  TagFiles(GitHistory git, FlywaySettings settings) {
    this.git = git;
    this.settings = settings;
  }

  FileSet of(GitTag tag, Plan today) {
    SortedMap<String, byte[]> own = git.files(tag, settings.folders());
    SortedMap<String, byte[]> files = new TreeMap<>(own);
    String encoding = settings.get("encoding");
    Charset charset = encoding.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    for (PlannedCallback callback : today.callbacks().all()) {
      String folder = callback.path().substring(0, callback.path().lastIndexOf('/') + 1);
      if (own.keySet().stream().noneMatch(path -> path.startsWith(folder))) {
        files.put(callback.path(), callback.sql().getBytes(charset));
        if (!callback.config().isEmpty()) {
          files.put(callback.path() + ".conf", callback.config().getBytes(charset));
        }
      }
    }
    return new FileSet(files);
  }
}

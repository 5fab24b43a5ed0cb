package dev.annals.app.diff;

import dev.annals.extract.git.GitPoint;
import dev.annals.extract.git.GitTree;
import dev.annals.extract.history.JavaSources;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The source files of a project's Java migrations at one moment.
 *
 * @param files their bytes, by their paths from the project's folder
 */
record CodeSources(SortedMap<String, byte[]> files) {

  /** Those of a commit. */
  static CodeSources of(GitTree git, GitPoint point) {
    return new CodeSources(git.files(point, JavaSources::isSource));
  }

  /** Those of a folder. */
  static CodeSources of(Path project) {
    return new CodeSources(new TreeMap<>(JavaSources.sources(project)));
  }

  /** True where a class is written in one of them. */
  boolean has(String className) {
    return files.keySet().stream().anyMatch(path -> JavaSources.isOf(path, className));
  }

  /** The paths of those that have another text than at another moment. */
  List<String> editedSince(CodeSources then) {
    return files.entrySet().stream()
        .filter(each -> then.files().containsKey(each.getKey()))
        .filter(each -> !Arrays.equals(each.getValue(), then.files().get(each.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }
}

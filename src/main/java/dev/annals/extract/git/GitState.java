package dev.annals.extract.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What decides about all that git says of a project's past, read without opening the repository:
 * where HEAD is, every branch and tag, and the settings. Commits are named by their contents, so
 * where these texts are the same, so is the past.
 */
public final class GitState {

  private static final String GIT = ".git";
  private static final List<String> FILES =
      List.of("HEAD", "packed-refs", "config", "shallow", "info/grafts", "commondir");

  private GitState() {}

  /**
   * Texts that differ where something else can be said about the past of a folder's files.
   *
   * @return empty where that cannot be told without opening the repository
   */
  public static Optional<List<String>> around(Path project) {
    try {
      Path folder = project.toRealPath();
      for (Path at = folder; at != null; at = at.getParent()) {
        if (Files.exists(at.resolve(GIT))) {
          List<String> texts = new ArrayList<>(List.of(at.relativize(folder).toString()));
          return repository(at.resolve(GIT), texts) ? Optional.of(texts) : Optional.empty();
        }
      }
      return bare(folder) ? Optional.empty() : Optional.of(List.of());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A repository without a work tree may be around a folder that lies in it. */
  private static boolean bare(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("HEAD")) && Files.isDirectory(at.resolve("objects"))) {
        return true;
      }
    }
    return false;
  }

  /** False where the repository is of a sort that we do not know. */
  private static boolean repository(Path git, List<String> texts) throws IOException {
    if (Files.isDirectory(git)) {
      return files(git, texts);
    }
    String said = Files.readString(git).strip();
    Path own = git.resolveSibling(said.replaceFirst("^gitdir:\\s*", "")).normalize();
    if (!said.startsWith("gitdir:") || !Files.isRegularFile(own.resolve("commondir"))) {
      return false;
    }
    Path common = own.resolve(Files.readString(own.resolve("commondir")).strip()).normalize();
    return files(own, texts) && files(common, texts);
  }

  private static boolean files(Path git, List<String> texts) throws IOException {
    if (Files.exists(git.resolve("reftable"))) {
      return false;
    }
    for (String name : FILES) {
      add(git, git.resolve(name), texts);
    }
    if (Files.isDirectory(git.resolve("refs"))) {
      try (Stream<Path> refs = Files.walk(git.resolve("refs"))) {
        for (Path ref : refs.sorted().toList()) {
          add(git, ref, texts);
        }
      }
    }
    return true;
  }

  private static void add(Path git, Path file, List<String> texts) throws IOException {
    if (Files.isRegularFile(file)) {
      texts.add(git.relativize(file).toString());
      texts.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }
  }
}

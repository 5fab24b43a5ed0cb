package dev.annals.extract.consumer;

import dev.annals.extract.history.SqlFiles;
import dev.annals.extract.history.SqlFiles.Part;
import dev.annals.model.Problem;
import dev.annals.model.witness.OwnStatement;
import dev.annals.model.witness.Probe;
import dev.annals.model.witness.Probe.How;
import dev.annals.model.witness.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the statements of a project's own programs, which users of its schema have to keep. */
public final class ConsumerReader {

  private static final Pattern READS = Pattern.compile("(?is)\\s*(select|with|values|table)\\b.*");
  private static final Pattern WRITES =
      Pattern.compile("(?is)\\s*(insert|update|delete|merge|call)\\b.*");
  private static final Pattern COMMENTS =
      Pattern.compile("(?s)\\A(?:\\s+|--[^\\n]*(?:\\n|\\z)|/\\*.*?\\*/)++");

  private final Path project;
  private final List<OwnStatement> statements = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private ConsumerReader(Path project) {
    this.project = project.toAbsolutePath().normalize();
  }

  /**
   * What was read.
   *
   * @param statements in the order of their files
   * @param notes what could not be made use of, and why
   */
  public record Result(List<OwnStatement> statements, List<String> notes) {
    public Result {
      statements = List.copyOf(statements);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Reads the files that patterns name: {@code queries/*.sql}, {@code src/**.sql}.
   *
   * @throws Problem if a pattern leads out of the project, or a file cannot be read
   */
  public static Result read(Path project, List<String> patterns) {
    ConsumerReader reader = new ConsumerReader(project);
    patterns.forEach(reader::read);
    return new Result(reader.statements, reader.notes);
  }

  /** What tells files that patterns name, by their paths from the project's folder. */
  public static Predicate<String> naming(List<String> patterns) {
    List<PathMatcher> matchers = patterns.stream().map(ConsumerReader::matcher).toList();
    return path -> matchers.stream().anyMatch(matcher -> matcher.matches(Path.of(path)));
  }

  private static PathMatcher matcher(String pattern) {
    String plain = pattern.startsWith("./") ? pattern.substring(2) : pattern;
    return FileSystems.getDefault().getPathMatcher("glob:" + plain);
  }

  private void read(String pattern) {
    String plain = pattern.replace('\\', '/');
    if (plain.startsWith("/") || List.of(plain.split("/")).contains("..") || plain.contains(":")) {
      throw Problem.usage(
          "reading the consumers: \"" + pattern + "\" leads out of the project",
          "Name files below the project's folder: consumers: [queries/*.sql].");
    }
    List<Path> files = files(plain);
    if (files.isEmpty()) {
      notes.add("consumers: no file is called " + pattern);
    }
    files.forEach(this::statements);
  }

  /** Symbolic links are not followed: a page must not show what lies outside of the project. */
  private List<Path> files(String pattern) {
    PathMatcher matcher = matcher(pattern);
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          project,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              String name = String.valueOf(folder.getFileName());
              boolean hidden = name.startsWith(".") || name.equals("node_modules");
              return hidden && !folder.equals(project)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                  && matcher.matches(project.relativize(file))) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw Problem.failure(
          "looking for consumers in " + project + ": " + e.getMessage(),
          "May the folder be read?",
          e);
    }
    found.sort((a, b) -> a.toString().compareTo(b.toString()));
    return found;
  }

  private void statements(Path file) {
    String path = project.relativize(file).toString().replace('\\', '/');
    try {
      for (Part part : SqlFiles.split(path, Files.readAllBytes(file), StandardCharsets.UTF_8)) {
        statement(path, part);
      }
    } catch (IOException e) {
      throw Problem.failure(
          "reading the consumer " + path + ": " + e.getMessage(), "May the file be read?", e);
    } catch (Problem e) {
      notes.add("consumers: " + e.getMessage());
    }
  }

  private void statement(String path, Part part) {
    String bare = COMMENTS.matcher(part.sql()).replaceFirst("");
    boolean reads = READS.matcher(bare).matches();
    if (!reads && !WRITES.matcher(bare).matches()) {
      String word = bare.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
      notes.add("consumers: " + path + ":" + part.line() + " is left out, it is a " + word);
      return;
    }
    Side side = reads && !writes(bare) ? Side.READER : Side.WRITER;
    String sql = Parameters.numbered(part.sql());
    statements.add(
        new OwnStatement(
            path, part.line(), "", new Probe(side, "", List.of(), sql, How.DESCRIBE, "")));
  }

  private static boolean writes(String sql) {
    return Pattern.compile("(?i)\\b(insert\\s+into|update|delete\\s+from|merge\\s+into)\\b")
        .matcher(sql)
        .find();
  }
}

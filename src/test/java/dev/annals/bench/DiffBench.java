package dev.annals.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A preview of one new migration that nobody has seen, in a process of its own, where the rest of
 * the history is known from before: as a pull request's job has it. Beside it what is there without
 * any work of ours: the server's start, which is partly beside other work, and a command that does
 * nothing.
 *
 * <pre>
 * mvn package; mvn test -Pbench -Dtest=DiffBench -Dbench.project=DIR -Dbench.folder=migrations
 * mvn package; mvn test -Pbench -Dtest=DiffBench -Dbench.history=200x100 -Dbench.runs=10
 * </pre>
 *
 * <p>{@code bench.folder} is where the new migration goes, from the project's folder.
 */
@Tag("bench")
class DiffBench {

  private static final int RUNS = Integer.getInteger("bench.runs", 10);
  private static final Pattern STARTED = Pattern.compile("scratch server started \\((\\d+) ms\\)");

  @TempDir Path temp;

  /** Times of one run, in milliseconds. */
  private record Run(long all, long server) {}

  @Test
  void oneNewMigration() throws Exception {
    install();
    Path project = project();
    try (Git git = Git.init().setDirectory(project.toFile()).setInitialBranch("main").call()) {
      commit(git, "main");
      git.checkout().setCreateBranch(true).setName("feature").call();
      List<Run> runs = new ArrayList<>();
      List<Long> floor = new ArrayList<>();
      for (int i = -2; i < RUNS; i++) {
        Path folder = project.resolve(System.getProperty("bench.folder", "migrations"));
        Files.writeString(
            folder.resolve("V999999__bench.sql"),
            "CREATE TABLE bench_%d (id bigint PRIMARY KEY, name text);%n".formatted(i + 2));
        commit(git, "feature");
        Run run = run(List.of("diff", "--offline", "--format", "md"), project);
        Run nothing = run(List.of("--version"), project);
        if (i >= 0) { // first the archive of classes is made, and the rest becomes known
          assertTrue(run.server() > 0, "no server was asked");
          runs.add(run);
          floor.add(nothing.all());
        }
      }
      tell(runs, floor);
    }
  }

  private static void tell(List<Run> runs, List<Long> floor) {
    long all = median(runs.stream().map(Run::all));
    long server = median(runs.stream().map(Run::server));
    long own = median(runs.stream().map(run -> run.all() - run.server()));
    System.out.printf(
        Locale.ROOT,
        "a preview: %d ms, of which the server's start %d ms; the rest %d ms, %.1f times a command"
            + " that does nothing (%d ms); medians of %d%n",
        all,
        server,
        own,
        own / (double) median(floor.stream()),
        median(floor.stream()),
        RUNS);
  }

  /** As it is handed out: with an archive of classes, which the first run makes. */
  private void install() throws IOException {
    Path home = Files.createDirectories(temp.resolve("home"));
    Files.copy(Path.of("annals"), home.resolve("annals"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.copy(Path.of("target/annals-app.jar"), home.resolve("annals-app.jar"));
    copy(Path.of("examples/bookshop"), home.resolve("examples/bookshop"));
  }

  private Path project() throws IOException {
    String project = System.getProperty("bench.project", "");
    if (project.isEmpty()) {
      int[] size =
          Arrays.stream(System.getProperty("bench.history", "200x100").split("x"))
              .mapToInt(Integer::parseInt)
              .toArray();
      return SyntheticProject.deep(temp.resolve("project"), size[0], size[1]);
    }
    Path copy = temp.resolve("project");
    copy(Path.of(project), copy);
    return copy;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void commit(Git git, String message) throws GitAPIException {
    PersonIdent who = new PersonIdent("bench", "bench@example.org");
    git.add().addFilepattern(".").call();
    git.commit().setMessage(message).setAuthor(who).setCommitter(who).setSign(false).call();
  }

  private Run run(List<String> arguments, Path project) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(temp.resolve("home/annals").toString()));
    command.addAll(arguments);
    Path err = temp.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile());
    builder.environment().put("ANNALS_CACHE", temp.resolve("cache").toString());
    long begun = System.nanoTime();
    int code = builder.start().waitFor();
    long all = (System.nanoTime() - begun) / 1_000_000;
    String told = Files.readString(err, StandardCharsets.UTF_8);
    assertEquals(0, code, told);
    // one for each state that is gone on from: where there are repeatable migrations there are two
    long servers =
        STARTED.matcher(told).results().mapToLong(each -> Long.parseLong(each.group(1))).sum();
    return new Run(all, servers);
  }

  private static long median(Stream<Long> values) {
    List<Long> sorted = values.sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}

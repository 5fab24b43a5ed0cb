package dev.annals.cli;

import dev.annals.app.OwnCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.URIish;

/** A bare repository with a main branch and pull requests, and a clone in which Annals runs. */
final class DiffRepository implements AutoCloseable {

  private static final Instant BEGINNING = Instant.parse("2026-01-05T09:00:00Z");

  private final Path bare;
  private final Path clone;
  private final Git git;
  private int commits;
  final Map<String, String> environment = new HashMap<>(OwnCache.environment());

  DiffRepository(Path temp) throws GitAPIException, IOException {
    bare = temp.resolve("shop.git");
    clone = temp.resolve("shop");
    Git.init().setBare(true).setDirectory(bare.toFile()).setInitialBranch("main").call().close();
    git = Git.init().setDirectory(clone.toFile()).setInitialBranch("main").call();
    try {
      git.remoteAdd().setName("origin").setUri(new URIish(bare.toUri().toString())).call();
    } catch (java.net.URISyntaxException e) {
      throw new IOException(e);
    }
  }

  Path bare() {
    return bare;
  }

  Path project() {
    return clone;
  }

  void write(String path, String text) throws IOException {
    Path file = clone.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  void delete(String path) throws IOException {
    Files.delete(clone.resolve(path));
  }

  /** Each commit is made by another person, a day after the one before. */
  void commit(String message) throws GitAPIException {
    String name = List.of("Ada", "Grace", "Edsger", "Barbara", "Tony").get(commits % 5);
    PersonIdent who =
        new PersonIdent(
            name,
            name + "@example.org",
            BEGINNING.plusSeconds(86_400L * commits++),
            ZoneOffset.UTC);
    git.add().addFilepattern(".").call();
    git.add().addFilepattern(".").setUpdate(true).call();
    git.commit().setMessage(message).setAuthor(who).setCommitter(who).setSign(false).call();
  }

  void branch(String name, String from) throws GitAPIException {
    git.checkout().setCreateBranch(true).setName(name).setStartPoint(from).call();
  }

  void checkout(String name) throws GitAPIException {
    git.checkout().setName(name).call();
  }

  void tag(String name) throws GitAPIException {
    git.tag().setName(name).setAnnotated(false).call();
  }

  void orphan(String name) throws GitAPIException {
    git.checkout().setOrphan(true).setName(name).call();
  }

  /** Pushes a branch and keeps what the remote then has. */
  void push(String name) throws GitAPIException {
    git.push().setRemote("origin").setRefSpecs(new RefSpec(name + ":" + name)).call();
    git.fetch().setRemote("origin").call();
  }

  String status() throws GitAPIException {
    var status = git.status().call();
    return List.of(
            status.getAdded(),
            status.getChanged(),
            status.getModified(),
            status.getRemoved(),
            status.getMissing(),
            status.getUntracked())
        .toString();
  }

  CommandCase.Outcome run(String... arguments) {
    return runIn(clone, arguments);
  }

  CommandCase.Outcome runIn(Path folder, String... arguments) {
    return CommandCase.runIn(folder, environment, arguments);
  }

  @Override
  public void close() {
    git.close();
  }
}

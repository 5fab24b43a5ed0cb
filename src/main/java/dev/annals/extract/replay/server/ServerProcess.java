package dev.annals.extract.replay.server;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One running PostgreSQL and the small program that watches over it. */
final class ServerProcess implements AutoCloseable {

  private static final int SYNCHRONOUS_IO = 18;

  private final ServerFolder folder;
  private final Process watcher;

  private ServerProcess(ServerFolder folder, Process watcher) {
    this.folder = folder;
    this.watcher = watcher;
  }

  /** Copies the template and starts the server; it accepts connections a moment later. */
  static ServerProcess start(
      Installation installation, Path template, Confinement confinement, ServerFolder folder) {
    try {
      Path home = installation.home();
      if (confinement.otherOwner()) {
        home = folder.path().resolve("install");
        copyInstallation(installation, home);
      }
      List<String> command = new ArrayList<>(List.of("sh", "-c", ServerSql.watch(), "annals"));
      command.add(folder.path().toString());
      command.add(template.toString());
      command.add(confinement.otherOwner() ? confinement.owner() : "-");
      command.addAll(confinement.around(postgres(home, installation.major(), folder)));
      ProcessBuilder builder = new ProcessBuilder(command);
      Command.clear(builder.environment());
      builder.redirectErrorStream(true).redirectOutput(folder.log().toFile());
      return new ServerProcess(folder, builder.start());
    } catch (IOException e) {
      throw Problem.failure(
          "Starting a scratch PostgreSQL: " + e.getMessage(), "A POSIX `sh` is needed.", e);
    }
  }

  private static void copyInstallation(Installation installation, Path home) throws IOException {
    Command.Result copied =
        Command.run(List.of("cp", "-R", installation.home().toString(), home.toString()), "");
    if (copied.status() != 0) {
      throw new IOException(copied.output());
    }
  }

  private static List<String> postgres(Path home, int major, ServerFolder folder) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("env", "-i", "LC_ALL=C", "TZ=UTC"));
    command.addAll(List.of(home.resolve("bin").resolve("postgres").toString()));
    command.addAll(List.of("-D", folder.data().toString(), "-k", folder.path().toString()));
    command.addAll(List.of("-h", "", "-p", "5432", "-F"));
    if (major >= SYNCHRONOUS_IO) {
      command.addAll(List.of("-c", "io_method=sync"));
    }
    return command;
  }

  /** Whether it has ended. */
  boolean ended() {
    return !watcher.isAlive();
  }

  /** Says that the folder may go with the server: from here on its log is of no interest. */
  void started() throws IOException {
    Files.createFile(folder.path().resolve("started"));
  }

  /** Stops it at once; returns when it is gone. */
  @Override
  public void close() {
    try {
      watcher.getOutputStream().close();
      if (!watcher.waitFor(20, TimeUnit.SECONDS)) {
        watcher.destroyForcibly();
      }
    } catch (IOException e) {
      watcher.destroyForcibly();
    } catch (InterruptedException e) {
      // The pipe is closed: it goes without us.
      Thread.currentThread().interrupt();
    }
  }
}

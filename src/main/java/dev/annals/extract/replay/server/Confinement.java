package dev.annals.extract.replay.server;

import dev.annals.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How the server process is run with less than this process may do: never as root, which PostgreSQL
 * refuses, and without a network where the system allows that (it speaks over a Unix socket only).
 *
 * @param prefix what to put before a command
 * @param owner the user who must own the server's files; empty for the one who runs this
 */
record Confinement(List<String> prefix, String owner) {

  private static final String ADVICE =
      "Run Annals as an ordinary user, allow user namespaces (`unshare -U` must work), or give a"
          + " PostgreSQL server of your own with `scratch: jdbc:postgresql://…`.";

  Confinement {
    prefix = List.copyOf(prefix);
  }

  private static final class Current {
    static final Confinement VALUE =
        probe(isRoot(), command -> Command.run(command, "", true, 10).status() == 0);
  }

  /** What works here; found out once. */
  static Confinement current() {
    return Current.VALUE;
  }

  static Confinement probe(boolean root, Function<List<String>, Boolean> works) {
    for (Confinement each : candidates(root)) {
      if (each.prefix().isEmpty() || works.apply(each.around(List.of("true")))) {
        return each;
      }
    }
    throw Problem.failure(
        "Starting a scratch PostgreSQL: it does not run as root, and no way to run it as another"
            + " user works here (unshare, setpriv, runuser).",
        ADVICE);
  }

  private static List<Confinement> candidates(boolean root) {
    List<Confinement> all = new ArrayList<>();
    all.add(new Confinement(List.of("unshare", "-U", "-n", "--"), ""));
    if (!root) {
      all.add(new Confinement(List.of(), ""));
      return all;
    }
    all.add(new Confinement(List.of("unshare", "-U", "--"), ""));
    for (List<String> drop : List.of(setpriv(), List.of("runuser", "-u", "nobody", "--"))) {
      List<String> withoutNetwork = new ArrayList<>(List.of("unshare", "-n", "--"));
      withoutNetwork.addAll(drop);
      all.add(new Confinement(withoutNetwork, "nobody"));
      all.add(new Confinement(drop, "nobody"));
    }
    return all;
  }

  private static List<String> setpriv() {
    return List.of(
        "setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups", "--no-new-privs", "--");
  }

  /** The command, confined. */
  List<String> around(List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  /** Whether files must be given to another user. */
  boolean otherOwner() {
    return !owner.isEmpty();
  }

  /** Gives a folder and all in it to the user the server runs as. */
  void give(Path folder) {
    if (otherOwner()) {
      Command.Result given =
          Command.run(List.of("chown", "-R", owner, folder.toAbsolutePath().toString()), "");
      if (given.status() != 0) {
        throw Problem.failure(
            "Giving " + folder + " to the user " + owner + ": " + given.output(), ADVICE);
      }
    }
  }

  private static boolean isRoot() {
    return Command.run(List.of("id", "-u"), "", true, 10).output().equals("0");
  }
}

package dev.annals.cli;

import dev.annals.app.comment.PostComment;
import dev.annals.app.diff.DiffRequest;
import dev.annals.app.diff.DiffRequest.What;
import dev.annals.app.diff.FailOn;
import dev.annals.app.diff.MakePreview;
import dev.annals.app.diff.WriteDiff;
import dev.annals.model.Problem;
import dev.annals.model.story.Preview;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code annals diff}: previews what a change of the migrations comes to. */
@Command(
    name = "diff",
    description = {
      "Previews a change of the migrations: what it does to the schema, who breaks, what locks, how"
          + " to go back, and which version it asks for. Nothing that is checked out is touched."
    },
    footerHeading = "%nWhat is compared:%n",
    footer = {
      "  annals diff                  where this branch left the main branch, and the working tree",
      "  annals diff v1.4..v1.5       two commits, branches or tags; v1.4.. is up to now",
      "  annals diff main...feature   where feature left main, and feature",
      "  annals diff OLD NEW          two folders, or two of chronicle.json and schema.json",
      "  annals diff --environment production         a live database that annals.yml names",
      "  annals diff jdbc:postgresql://db/shop v1.5   a live database, and the migrations of a commit",
      "",
      "A live database is only read. Its user and password come from annals.yml, or, for an address,",
      "from ANNALS_DATABASE_USER and ANNALS_DATABASE_PASSWORD."
    },
    sortOptions = false)
final class DiffCommand implements Callable<Integer> {

  @ParentCommand AnnalsCommand annals;

  @Parameters(
      index = "0..1",
      arity = "0..2",
      paramLabel = "BASE..HEAD | PROJECT",
      description = "What to compare, or the project's folder; see below.")
  List<String> what = List.of();

  @Mixin NotesProject project;

  @Mixin CommentOptions comments;

  @Option(
      names = "--base",
      paramLabel = "BRANCH",
      defaultValue = "",
      description =
          "The branch that this one is to be merged into; by default what the CI says, else the"
              + " main branch.")
  String base;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      defaultValue = "",
      description =
          "A live database of annals.yml instead of a base: what it lacks of the migrations, and"
              + " what it has that they do not give.")
  String environment;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, md, html, json, sarif, github or gitlab; text by default.")
  WriteDiff.Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write; standard output by default.")
  Path output;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      split = ",",
      description =
          "Exit with 1 where there is any of: breaking, potentially-breaking, error, warning, info."
              + " Several are parted by commas. Where it is drift alone, exit with 4.")
  List<String> failOn = List.of();

  @Option(
      names = "--json-schema",
      description = "Print the JSON Schema of --format json, and compare nothing.")
  boolean jsonSchema;

  @Override
  public Integer call() {
    if (jsonSchema) {
      annals.out.print(WriteDiff.jsonSchema());
      annals.out.flush();
      return 0;
    }
    FailOn limit = FailOn.of(failOn);
    Optional<PostComment> comment = comments.post(annals);
    DiffRequest request = request();
    Preview preview = preview(request, comment);
    int code = limit.code(preview);
    comment.ifPresent(post -> post.preview(preview, code == 0));
    String text =
        WriteDiff.write(
            preview, format, limit.level(), request, new AnnalsCommand.Version().number());
    annals.give(text, output, "the preview");
    return code;
  }

  /** Where there is none, whoever looks at the pull request is told why. */
  private Preview preview(DiffRequest request, Optional<PostComment> comment) {
    try {
      return new MakePreview(request, annals.progress()).make();
    } catch (Problem e) {
      if (e.kind() == Problem.Kind.FAILURE) {
        comment.ifPresent(post -> post.failure(e));
      }
      throw e;
    }
  }

  private DiffRequest request() {
    Path folder = project.project;
    What asked = new What.Branch(base);
    boolean address = !what.isEmpty() && what.get(0).startsWith("jdbc:");
    if (address || !environment.isEmpty()) {
      return live(folder, address);
    }
    for (String each : what) {
      Path path = annals.folder.resolve(each);
      if (what.size() == 2 && each.equals(what.get(0)) && both(Files::isDirectory)) {
        return request(folder, new What.Folders(path, annals.folder.resolve(what.get(1))));
      }
      if (what.size() == 2 && each.equals(what.get(0)) && both(Files::isRegularFile)) {
        return request(folder, new What.Snapshots(path, annals.folder.resolve(what.get(1))));
      }
      boolean last = each.equals(what.get(what.size() - 1));
      if (last && !each.contains("..") && Files.isDirectory(path)) {
        folder = path;
      } else if (asked instanceof What.Commits) {
        throw Problem.usage(
            "comparing \"%s\" and \"%s\": they are neither two folders nor two files"
                .formatted(what.get(0), each),
            "For two commits write %s..%s.".formatted(what.get(0), each));
      } else {
        asked = DiffRequest.range(each);
      }
    }
    if (asked instanceof What.Commits && !base.isEmpty()) {
      throw Problem.usage("comparing: both a range and --base were given", "Choose one.");
    }
    return request(folder, asked);
  }

  private DiffRequest live(Path folder, boolean address) {
    String url = address ? what.get(0) : "";
    List<String> more = what.subList(address ? 1 : 0, what.size());
    if ((address && !environment.isEmpty()) || !base.isEmpty() || more.size() > 1) {
      throw Problem.usage(
          "comparing with a live database: more than one base was given",
          "Give --environment or an address, and a commit or the project's folder at most.");
    }
    String head = more.isEmpty() ? "" : more.get(0);
    if (head.contains("..")) {
      throw Problem.usage(
          "comparing with a live database: \"" + head + "\" is a range",
          "The database is the base: give the one commit that has the migrations.");
    }
    boolean isFolder = !head.isEmpty() && Files.isDirectory(annals.folder.resolve(head));
    return request(
        isFolder ? annals.folder.resolve(head) : folder,
        new What.Live(environment, url, isFolder ? "" : head));
  }

  private boolean both(Predicate<Path> kind) {
    return what.stream().allMatch(each -> kind.test(annals.folder.resolve(each)));
  }

  private DiffRequest request(Path folder, What asked) {
    var known = project.reading.request(annals, folder, null);
    return new DiffRequest(
        known.project(),
        known.config(),
        project.reading.offline,
        known.cached(),
        annals.environment,
        asked);
  }
}

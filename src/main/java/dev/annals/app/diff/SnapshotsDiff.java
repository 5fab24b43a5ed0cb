package dev.annals.app.diff;

import dev.annals.json.SchemaReader;
import dev.annals.json.SchemaReader.Read;
import dev.annals.judge.JudgeSettings;
import dev.annals.judge.Net;
import dev.annals.model.Problem;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.Commit;
import dev.annals.model.story.Preview;
import dev.annals.model.story.Preview.Point;
import dev.annals.model.story.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compares two schemas that were written down: nothing is replayed, nothing is measured. */
final class SnapshotsDiff {

  private SnapshotsDiff() {}

  static Preview preview(Path base, Path head) {
    Read then = read(base);
    Read now = read(head);
    Net net = Net.between(then.schema(), now.schema(), JudgeSettings.DEFAULT, version(then));
    return new Preview(
        new Project(now.database(), "", "", ""),
        now.database(),
        now.engine(),
        new Point(String.valueOf(base.getFileName()), Commit.UNKNOWN),
        new Point(String.valueOf(head.getFileName()), Commit.UNKNOWN),
        then.schema(),
        now.schema(),
        net.changes(),
        net.bump(),
        version(then),
        version(then).next(net.bump()),
        List.of(),
        List.of(),
        List.of(),
        net.findings(),
        List.of(),
        net.mended(),
        List.of(
            "two files were compared: nothing was replayed, locks and witnesses are not known"));
  }

  private static SemanticVersion version(Read read) {
    return SemanticVersion.parse(read.version());
  }

  private static Read read(Path file) {
    try {
      return SchemaReader.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw Problem.usage("reading " + file + ": " + e.getMessage(), "May the file be read?");
    } catch (IllegalArgumentException e) {
      throw Problem.usage(
          "reading %s: it is neither a chronicle nor a schema that can be read: %s"
              .formatted(file, e.getMessage()),
          "\"annals build\" writes both: chronicle.json and schema.json.");
    }
  }
}

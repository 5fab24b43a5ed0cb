package dev.annals.app.diff;

import dev.annals.app.config.Config;
import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.ProjectCode;
import dev.annals.model.story.Preview.Point;
import java.nio.file.Path;

/**
 * A project as it is at one moment.
 *
 * @param point the moment
 * @param folder where its pages and programs can be read
 * @param config what the team says
 * @param settings what the project says to Flyway
 * @param files the files of its migration folders
 * @param code its classes, for Java migrations
 */
record State(
    Point point,
    Path folder,
    Config config,
    FlywaySettings settings,
    FileSet files,
    ProjectCode code) {

  /**
   * Its migrations.
   *
   * @throws dev.annals.model.Problem if Flyway would refuse them
   */
  Plan plan() {
    return FlywayProject.resolve(files, settings, code);
  }

  State withFiles(FileSet others) {
    return new State(point, folder, config, settings, others, code);
  }
}

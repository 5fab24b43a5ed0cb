package dev.annals.app;

import java.nio.file.Path;
import java.util.List;

/**
 * What a user wants to begin with.
 *
 * @param build the project, and how to read it
 * @param tables the relations that are to have a page; empty for those that matter most
 * @param imports files of other tools that hold descriptions
 * @param dryRun tell only what would be written
 */
public record InitRequest(
    BuildRequest build, List<String> tables, List<Path> imports, boolean dryRun) {

  public InitRequest {
    tables = List.copyOf(tables);
    imports = List.copyOf(imports);
  }
}

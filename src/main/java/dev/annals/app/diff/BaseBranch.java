package dev.annals.app.diff;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The branch that a CI says the change is to be merged into. */
final class BaseBranch {

  private static final List<String> VARIABLES =
      List.of(
          "ANNALS_BASE",
          "GITHUB_BASE_REF",
          "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
          "BITBUCKET_PR_DESTINATION_BRANCH",
          "CHANGE_TARGET");

  private BaseBranch() {}

  static Optional<String> of(Map<String, String> environment) {
    return VARIABLES.stream()
        .map(name -> environment.getOrDefault(name, ""))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }
}

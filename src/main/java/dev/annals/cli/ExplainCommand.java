package dev.annals.cli;

import dev.annals.judge.RuleBook;
import dev.annals.model.Nearest;
import dev.annals.model.Problem;
import dev.annals.model.story.RulePage;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code annals explain}: a rule's page, in the terminal. */
@Command(
    name = "explain",
    description = "Shows a rule: when it speaks, what then happens, and the safe way.",
    sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

  @ParentCommand AnnalsCommand annals;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RULE",
      defaultValue = "",
      description = "The rule's id, as reports name it; without one, all rules are listed.")
  String rule;

  @Override
  public Integer call() {
    if (rule.isEmpty()) {
      RuleBook.pages().forEach(page -> annals.out.printf("%-36s %s%n", page.id(), page.title()));
      return 0;
    }
    RulePage page = RuleBook.page(rule).orElseThrow(this::unknown);
    PrintWriter out = annals.out;
    out.println(page.title() + "  (" + page.id() + ")");
    part("When", page.condition());
    part("Effect", page.effect());
    part("Instead", page.instead());
    if (page.before().isEmpty() && page.migration().isEmpty()) {
      return 0;
    }
    if (page.migration().isEmpty()) {
      part("Example: the schema", page.before());
    } else {
      part("Example: before", page.before());
      if (!page.migration().isEmpty()) {
        part("Example: the migration", page.migration());
      }
    }
    part("What is said of it", page.expected());
    if (!page.measured().isEmpty()) {
      part("Measured, by major of PostgreSQL", page.measured().replace("; ", "\n"));
    }
    if (!page.safer().isEmpty()) {
      part("The safe way", page.safer());
    }
    return 0;
  }

  private void part(String title, String text) {
    annals.out.println();
    annals.out.println(title);
    text.strip().lines().forEach(line -> annals.out.println("  " + line));
  }

  private Problem unknown() {
    List<String> ids = RuleBook.pages().stream().map(RulePage::id).toList();
    String near = Nearest.suggestion(rule, ids);
    return Problem.usage(
        "explaining the rule \"" + rule + "\": there is no such rule",
        near.isEmpty() ? "\"annals explain\" lists all." : near);
  }
}

package dev.annals.render.notes;

import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Effect;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.witness.Broken;
import dev.annals.model.witness.Evidence;
import dev.annals.model.witness.Witness;
import dev.annals.render.html.Sentences;
import dev.annals.render.html.WitnessWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What breaks users, the worst first: those that are the same on several objects are told once, and
 * of what a server has said the shortest that shows it.
 */
public final class BreakingNotes {

  private static final Comparator<JudgedChange> WORST_FIRST =
      Comparator.comparing((JudgedChange judged) -> judged.verdict().data() != DataEffect.LOSS)
          .thenComparing(BreakingNotes::effect, Comparator.reverseOrder())
          .thenComparing(judged -> judged.evidence().broken().isEmpty());

  private static final int LONG = 300;

  private BreakingNotes() {}

  /** Each sort of breaking change, as Markdown. */
  public static List<NotesView.Item> items(List<JudgedChange> breaking) {
    return alike(breaking).stream().map(BreakingNotes::item).toList();
  }

  /** The changes that differ in nothing but what they are on, together; the worst first. */
  public static List<List<JudgedChange>> alike(List<JudgedChange> breaking) {
    return Alike.groups(breaking.stream().sorted(WORST_FIRST).toList(), 2, BreakingNotes::said);
  }

  /** What is said in the same words is said once, whatever it is on. */
  private static List<Alike> said(JudgedChange judged) {
    List<Alike> all = Alike.all(judged);
    return all.isEmpty() ? List.of(new Alike(judged.verdict().summary(), "")) : all;
  }

  /**
   * One sentence on the project's own statements that no change breaks; empty where none was tried.
   */
  public static String unbroken(List<JudgedChange> breaking) {
    int tried = 0;
    boolean broken = false;
    for (JudgedChange judged : breaking) {
      tried = Math.max(tried, judged.evidence().tried());
      broken |= judged.evidence().broken().stream().anyMatch(each -> !each.path().isEmpty());
    }
    if (tried == 0) {
      return "";
    }
    return broken
        ? "What breaks a statement of the project's own names it; all else breaks none of them."
        : "None of the project's own %d statements that worked before breaks.".formatted(tried);
  }

  private static Effect effect(JudgedChange judged) {
    Verdict verdict = judged.verdict();
    return verdict.readers().compareTo(verdict.writers()) >= 0
        ? verdict.readers()
        : verdict.writers();
  }

  private static NotesView.Item item(List<JudgedChange> alike) {
    JudgedChange first = alike.get(0);
    Verdict verdict = first.verdict();
    List<String> notes = new ArrayList<>();
    if (alike.size() > 1 && Alike.common(alike).isPresent()) {
      notes.add(Places.all(alike));
    }
    verdict.notes().forEach(note -> notes.add(told(note, alike)));
    List<String> evidence = new ArrayList<>(witness(clearest(alike)));
    alike.forEach(judged -> evidence.addAll(broken(judged.evidence())));
    return new NotesView.Item(
        Markdown.text(summary(alike)),
        affects(verdict),
        notes,
        evidence.stream().distinct().toList(),
        verdict.instead().isEmpty() ? "" : told(verdict.instead(), alike));
  }

  private static String summary(List<JudgedChange> alike) {
    JudgedChange first = alike.get(0);
    return Optional.of(alike)
        .filter(all -> all.size() > 1)
        .flatMap(Alike::common)
        .map(what -> Sentences.of(what.of(alike.size())))
        .orElse(Sentences.about(first.change().subject(), first.verdict().summary()));
  }

  /** A sentence of the first of several, which may speak of it by name. */
  private static String told(String sentence, List<JudgedChange> alike) {
    ObjectRef subject = alike.get(0).change().subject();
    boolean same =
        alike.size() == 1
            || alike.stream()
                .allMatch(
                    judged ->
                        judged.verdict().notes().contains(sentence)
                            || judged.verdict().instead().equals(sentence));
    String shown = Markdown.text(shortened(Sentences.of(sentence)));
    return same ? shown : "As for " + Markdown.code(subject.display()) + ": " + shown;
  }

  /** Of several that are alike the evidence of the first with a witness. */
  public static Evidence clearest(List<JudgedChange> alike) {
    return alike.stream()
        .map(JudgedChange::evidence)
        .filter(evidence -> !evidence.witnesses().isEmpty())
        .findFirst()
        .orElse(alike.get(0).evidence());
  }

  /** One is enough here; the change's page has them all, with what they need to be tried. */
  public static Optional<Witness> shortest(Evidence evidence) {
    return evidence.witnesses().stream()
        .min(Comparator.comparingInt((Witness witness) -> witness.setup().size()));
  }

  private static List<String> witness(Evidence evidence) {
    return shortest(evidence)
        .map(
            witness ->
                Markdown.code(witness.sql())
                    + " ("
                    + Markdown.text(WitnessWords.who(witness))
                    + ") "
                    + Markdown.text(WitnessWords.what(witness)))
        .or(
            () ->
                Optional.of(evidence.unseen())
                    .filter(why -> !why.isEmpty())
                    .map(Sentences::of)
                    .map(BreakingNotes::shortened)
                    .map(Markdown::text))
        .stream()
        .toList();
  }

  private static List<String> broken(Evidence evidence) {
    return evidence.broken().stream().map(BreakingNotes::line).toList();
  }

  private static String line(Broken broken) {
    return "Breaks "
        + Markdown.code(WitnessWords.place(broken))
        + ": "
        + Markdown.text(WitnessWords.what(broken));
  }

  /** Who is affected, and what becomes of the rows. */
  public static String affects(Verdict verdict) {
    StringJoiner text = new StringJoiner("; ");
    if (verdict.readers() != Effect.NONE) {
      text.add("readers: " + verdict.readers().label());
    }
    if (verdict.writers() != Effect.NONE) {
      text.add("writers: " + verdict.writers().label());
    }
    if (verdict.data() != DataEffect.NONE) {
      text.add("data: " + verdict.data().label());
    }
    return text.toString();
  }

  /** A formula of a screen's length is for the change's own page. */
  private static String shortened(String text) {
    return text.length() <= LONG ? text : text.substring(0, LONG).strip() + " …";
  }
}

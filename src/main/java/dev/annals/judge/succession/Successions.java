package dev.annals.judge.succession;

import dev.annals.model.change.Change;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Deprecation;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Succession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Recognises columns that were moved by expanding, copying and contracting: one is added to a table
 * that was there, gets the values of an older one, and stays when that one goes. While both are
 * there a copy is not enough, as it may well be a beginning of its own: a trigger has to keep them
 * in step both ways, or somebody has to have said that the one replaces the other.
 */
public final class Successions {

  private static final Comparator<Succession> ORDER =
      Comparator.comparingInt(Succession::added)
          .thenComparing(Succession::latter)
          .thenComparing(Succession::former);

  private final List<JudgedStep> steps;
  private final List<Lifeline> columns;
  private final Map<ObjectRef, Integer> tables = new HashMap<>();
  private final Map<Long, List<Sign>> found = new TreeMap<>();
  private final Map<Long, String> promised = new HashMap<>();

  private Successions(List<JudgedStep> steps, List<Lifeline> lifelines) {
    this.steps = steps;
    this.columns =
        lifelines.stream().filter(line -> line.ref().kind() == ObjectKind.COLUMN).toList();
    for (Lifeline line : lifelines) {
      if (line.ref().kind() == ObjectKind.TABLE) {
        line.names().forEach(name -> tables.merge(name, line.born(), Math::max));
      }
    }
  }

  /**
   * All of a history, by the step in which they began.
   *
   * @param trail what the steps show
   * @param said what pages say of columns: those of comments are found in the steps
   */
  public static List<Succession> of(
      List<JudgedStep> steps, Trail trail, List<Lifeline> lifelines, List<Deprecation> said) {
    Successions all = new Successions(steps, lifelines);
    trail.signs().forEach(all::consider);
    for (Deprecation deprecation : said) {
      Signs.of(deprecation, -1, "its page says so").ifPresent(all::consider);
    }
    return all.found.keySet().stream()
        .map(all::succession)
        .flatMap(Optional::stream)
        .sorted(ORDER)
        .toList();
  }

  private void consider(Sign sign) {
    Copy copy = sign.copy();
    Optional<Lifeline> former = column(sign, copy.schema(), copy.table(), copy.from());
    Optional<Lifeline> latter = column(sign, copy.intoSchema(), copy.into(), copy.to());
    if (former.isPresent()
        && latter.isPresent()
        && (copy.within()
            ? follows(latter.get(), former.get())
            : isCarriedOver(latter.get(), former.get()))) {
      long pair = ((long) former.get().id() << 32) | latter.get().id();
      found.computeIfAbsent(pair, key -> new ArrayList<>()).add(sign);
      if (!sign.promised().isEmpty()) {
        promised.put(pair, sign.promised());
      }
    }
  }

  private Optional<Lifeline> column(Sign sign, String schema, String table, String name) {
    List<Lifeline> named =
        columns.stream()
            .filter(line -> sign.step() < 0 || isThere(line, sign.step()))
            .filter(
                line -> line.names().stream().anyMatch(ref -> isNamed(ref, schema, table, name)))
            .toList();
    List<Lifeline> usual =
        named.size() < 2
            ? named
            : named.stream().filter(line -> line.ref().schema().equals("public")).toList();
    return usual.size() == 1 ? Optional.of(usual.get(0)) : Optional.empty();
  }

  private static boolean isThere(Lifeline line, int step) {
    return line.born() <= step && (line.alive() || line.gone() >= step);
  }

  private static boolean isNamed(ObjectRef ref, String schema, String table, String name) {
    return ref.name().toLowerCase(Locale.ROOT).equals(name)
        && ref.parent().toLowerCase(Locale.ROOT).equals(table)
        && (schema.isEmpty() || ref.schema().toLowerCase(Locale.ROOT).equals(schema));
  }

  /** True where one was added to a table that had the other already. */
  private boolean follows(Lifeline latter, Lifeline former) {
    ObjectRef first = latter.names().get(0);
    ObjectRef table = ObjectRef.table(first.schema(), first.parent());
    return latter.ref().parent().equals(former.ref().parent())
        && latter.ref().schema().equals(former.ref().schema())
        && former.born() < latter.born()
        && tables.getOrDefault(table, Integer.MAX_VALUE) < latter.born()
        && (former.alive() || former.gone() >= latter.born());
  }

  /** True where one is of a table that is younger than the other. */
  private boolean isCarriedOver(Lifeline latter, Lifeline former) {
    ObjectRef first = latter.names().get(0);
    ObjectRef table = ObjectRef.table(first.schema(), first.parent());
    return former.born() < tables.getOrDefault(table, -1)
        && (former.alive() || former.gone() >= latter.born());
  }

  /** A value that is made of several columns replaces them only where all of them go. */
  private boolean isWhole(Sign sign) {
    Copy copy = sign.copy();
    return copy.mixed().stream()
        .map(name -> column(sign, copy.schema(), copy.table(), name))
        .allMatch(line -> line.filter(each -> !each.alive()).isPresent());
  }

  private Optional<Succession> succession(long pair) {
    Lifeline former = line((int) (pair >> 32));
    Lifeline latter = line((int) pair);
    List<Sign> signs = found.get(pair).stream().filter(this::isWhole).toList();
    boolean elsewhere = !latter.ref().parent().equals(former.ref().parent());
    boolean gone = !former.alive() && (elsewhere || droppedAlone(former));
    boolean stays = latter.alive() || (gone && latter.gone() > former.gone());
    boolean meant = signs.stream().anyMatch(Sign::meant) || bothWays(signs);
    if (signs.isEmpty() || !stays || (!gone && (!former.alive() || !meant))) {
      return Optional.empty();
    }
    return Optional.of(
        new Succession(
            former.ref(),
            latter.ref(),
            latter.born(),
            former.gone(),
            promised.getOrDefault(pair, ""),
            signs.stream()
                .map(sign -> new Succession.Proof(sign.step(), sign.what()))
                .distinct()
                .toList()));
  }

  private static boolean bothWays(List<Sign> signs) {
    return signs.stream().anyMatch(Sign::bothWays);
  }

  private Lifeline line(int id) {
    return columns.stream().filter(line -> line.id() == id).findFirst().orElseThrow();
  }

  /** True where the column itself was dropped, and not its table. */
  private boolean droppedAlone(Lifeline former) {
    Lifeline.Event last = former.events().get(former.events().size() - 1);
    Change change = steps.get(last.step()).changes().get(last.change()).change();
    return change instanceof Change.Dropped dropped && dropped.object() instanceof Column;
  }
}

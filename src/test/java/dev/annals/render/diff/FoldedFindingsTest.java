package dev.annals.render.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.render.diff.DiffView.FindingView;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldedFindingsTest {

  private static Stream<FindingView> found(String rule, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i ->
                new FindingView(
                    "warning", rule, "Table t" + i + " has it.", "Mend it.", "", List.of()));
  }

  @Test
  void manyOfOneRuleAreThreeAndACountAndAdviceIsSaidOnce() {
    List<FindingView> folded = FoldedFindings.of(Stream.concat(found("a", 40), found("b", 4)));
    assertEquals(7, folded.size());
    assertEquals(
        List.of("Mend it.", "", "", "Mend it.", "", "", ""),
        folded.stream().map(FindingView::advice).toList());
    assertEquals(37, folded.get(2).more().size());
    assertEquals(List.of(), folded.get(6).more(), "four are told: a count would be no shorter");
    assertEquals(44, FoldedFindings.count(folded));
    String beginning = FoldedFindings.beginning(folded.get(2).more());
    assertTrue(beginning.startsWith("Table t4 has it, Table t5 has it, "), beginning);
    assertTrue(beginning.endsWith(", …") && beginning.length() < 210, beginning);
  }
}

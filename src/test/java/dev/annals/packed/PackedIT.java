package dev.annals.packed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annals.app.Bookshop;
import dev.annals.json.ChronicleJson;
import dev.annals.json.ChronicleReader;
import dev.annals.model.history.Commit;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Chronicle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is packed comes back as it was. */
class PackedIT {

  private final Chronicle chronicle = ChronicleReader.read(Bookshop.file("chronicle.json"));

  @Test
  void aStoryComesBack() {
    byte[] bytes = Packed.write(chronicle);
    Chronicle back = Packed.read(bytes, Chronicle.class);
    assertEquals(chronicle, back);
    assertArrayEquals(bytes, Packed.write(back));
  }

  @Test
  void whatIsCutOffIsNoStory() {
    byte[] bytes = Packed.write(chronicle);
    for (int length : new int[] {0, 1, 100, bytes.length / 2, bytes.length - 1}) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(
          IllegalArgumentException.class, () -> Packed.read(cut, Chronicle.class), "at " + length);
    }
  }

  @Test
  void textsThatAreNoneInUtf8ComeBack() {
    Table table = chronicle.schema().all(Table.class).findFirst().orElseThrow();
    Commit odd = new Commit("\ud800 half", "", "\udc00", table.name());
    assertEquals(odd, Packed.read(Packed.write(odd), Commit.class));
  }

  @Test
  void whoHasMadeASchemaMakesNoDifference() {
    Schema first = chronicle.initial().schema();
    Schema last = chronicle.schema();
    Schema copy = Schema.ofSorted(List.copyOf(last.objects()));
    List<byte[]> shared = Packed.plainEach(snapshots(last, first, last, last, first));
    List<byte[]> apart = Packed.plainEach(snapshots(last, first, copy, last, first));
    for (int i = 0; i < shared.size(); i++) {
      assertArrayEquals(shared.get(i), apart.get(i), "schema " + i);
    }
    assertFalse(Arrays.equals(shared.get(2), shared.get(3)), "what changes is told");
  }

  private static List<Snapshot> snapshots(Schema... schemas) {
    return Stream.of(schemas).map(Snapshot::of).toList();
  }

  @Test
  void theChronicleIsTheSameInPieces() {
    byte[] past = ChronicleJson.past(chronicle);
    assertArrayEquals(ChronicleJson.write(chronicle), ChronicleJson.write(chronicle, past));
  }
}

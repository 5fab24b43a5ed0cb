package dev.annals.json;

import dev.annals.model.witness.Answer;
import dev.annals.model.witness.Probe;
import java.util.List;
import tools.jackson.core.JacksonException;

/** What is kept between runs, as JSON; the same value gives the same bytes. */
public final class KeptJson {

  private KeptJson() {}

  /**
   * The two answers to one probe.
   *
   * @param before what the server said before the change
   * @param after what it said after it
   */
  public record Answers(Answer before, Answer after) {}

  /**
   * The answers to the probes of several trials, in their order.
   *
   * @param answers one after another
   */
  public record AnswersDocument(List<Answers> answers) {
    public AnswersDocument {
      answers = List.copyOf(answers);
    }
  }

  /**
   * What became of an undo script.
   *
   * @param what {@code Done}, {@code Failed} or {@code Untried}
   * @param after how the structure that it left differs from the one after its migration
   * @param line the line to blame, counted from 1; 0 for none
   * @param message the server's message, or the reason why it was not tried
   */
  public record UndoDocument(String what, StepDocument after, int line, String message) {}

  /** A record of this package or of the model. */
  public static byte[] write(Record value) {
    return ChronicleJson.MAPPER.writeValueAsBytes(Records.writeRecord(value));
  }

  /** Probes, as text that differs where they do. */
  public static byte[] write(List<Probe> probes) {
    return ChronicleJson.MAPPER.writeValueAsBytes(Records.write(probes));
  }

  /**
   * Reads what {@link #write(Record)} wrote.
   *
   * @throws IllegalArgumentException if it is of another shape
   */
  public static <T extends Record> T read(byte[] json, Class<T> type) {
    try {
      return type.cast(Records.read(ChronicleJson.MAPPER.readTree(json), type));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }
}

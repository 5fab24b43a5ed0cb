package dev.annals.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the command line ends where the machine or we ourselves give up. */
class AnnalsCommandTest {

  /** A stream that cannot take anything. */
  private static final class Broken extends Writer {
    private final Error error;

    Broken(Error error) {
      this.error = error;
    }

    @Override
    public void write(char[] text, int offset, int length) {
      throw error;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static String fails(Error error) {
    StringWriter err = new StringWriter();
    int code =
        new AnnalsCommand(
                new PrintWriter(new Broken(error)),
                new PrintWriter(err, true),
                Map.of(),
                Path.of(""),
                false)
            .run("explain", "column-dropped");
    assertEquals(3, code, "never the code for findings");
    return err.toString();
  }

  @Test
  void tooLittleMemoryIsToldWithWhatToDo() {
    assertTrue(fails(new OutOfMemoryError()).contains("ANNALS_JAVA_OPTIONS=-Xmx4g"));
  }

  @Test
  void whatGoesRoundAndRoundIsADefectThatIsToldOnce() {
    StackOverflowError error = new StackOverflowError();
    StackTraceElement frame = new StackTraceElement("Loop", "again", "Loop.java", 1);
    error.setStackTrace(new StackTraceElement[] {frame, frame, frame});
    String told = fails(error);
    assertTrue(told.contains("a defect of ours"), told);
    assertEquals(1, told.lines().filter(line -> line.contains("Loop.again")).count(), told);
  }
}

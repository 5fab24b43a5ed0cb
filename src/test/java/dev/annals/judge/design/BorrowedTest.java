package dev.annals.judge.design;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annals.model.schema.ObjectRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BorrowedTest {

  @ParameterizedTest
  @CsvSource({
    "spring_session, true",
    "shop_spring_session_attributes, true",
    "BATCH_JOB_EXECUTION_PARAMS, true",
    "qrtz_triggers, true",
    "act_ru_task, true",
    "batch, false",
    "act_of_god, false",
    "session, false"
  })
  void tablesOfLibrariesAreKnownByName(String name, boolean borrowed) {
    assertEquals(borrowed, Borrowed.is(ObjectRef.table("public", name)));
  }
}

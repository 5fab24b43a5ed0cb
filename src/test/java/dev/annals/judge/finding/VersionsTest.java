package dev.annals.judge.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annals.model.change.SemanticVersion;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

  @ParameterizedTest
  @CsvSource({
    "2, 2.0.0",
    "v1.4, 1.4.0",
    "release-2.0.3, 2.0.3",
    "alfio-1.3.1, 1.3.1",
    "db2-1.0, 1.0.0",
    "1.2.Final, 1.2.0",
    "3.1.4.RELEASE, 3.1.4"
  })
  void numbersAreRead(String name, String version) {
    assertEquals(version, Versions.of(name).map(SemanticVersion::toString).orElse("none"));
  }

  /** The digits of RC1 are not the release's number. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.13-RC1",
        "2.0-M4-2204",
        "2.0-M4.RC2",
        "v1.0-pre-rename-v5",
        "v2-beta3",
        "1.2.0-SNAPSHOT",
        "nightly"
      })
  void whatComesBeforeAReleasePromisesNothing(String name) {
    assertEquals(Optional.empty(), Versions.of(name));
  }
}

package dev.annals.extract.replay.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class SurroundingsTest {

  @TempDir Path folder;

  @Test
  void platformsAreNamedAsTheirArtifacts() {
    assertEquals(
        new Platform("postgres-linux-x86_64.txz", "linux-amd64"),
        Platform.of("Linux", "amd64", false));
    assertEquals(
        new Platform("postgres-linux-arm_64-alpine_linux.txz", "linux-arm64v8-alpine"),
        Platform.of("Linux", "aarch64", true));
    assertEquals(
        new Platform("postgres-darwin-arm_64.txz", "darwin-arm64v8"),
        Platform.of("Mac OS X", "aarch64", false));
    assertThrows(Problem.class, () -> Platform.of("Windows 11", "amd64", false));
    assertThrows(Problem.class, () -> Platform.of("Linux", "s390x", false));
  }

  @Test
  void theCacheFolderObeysTheEnvironment() {
    Path home = Path.of("/home/ada");
    assertEquals(Path.of("/home/ada/.cache/annals"), CacheFolder.of(Map.of(), home));
    assertEquals(Path.of("/x/annals"), CacheFolder.of(Map.of("XDG_CACHE_HOME", "/x"), home));
    assertEquals(
        Path.of("/own"),
        CacheFolder.of(Map.of("XDG_CACHE_HOME", "/x", "ANNALS_CACHE", "/own"), home));
  }

  @Test
  void rootIsLeftBehindInTheFirstWayThatWorks() {
    Confinement.probe(false, command -> false).around(List.of("a"));
    assertEquals(List.of(), Confinement.probe(false, command -> false).prefix());
    assertEquals(
        List.of("unshare", "-U", "--"),
        Confinement.probe(true, command -> !command.contains("-n")).prefix());
    Confinement nobody = Confinement.probe(true, command -> command.get(0).equals("runuser"));
    assertEquals("nobody", nobody.owner());
    assertTrue(nobody.otherOwner());
    Problem none = assertThrows(Problem.class, () -> Confinement.probe(true, command -> false));
    assertTrue(none.advice().contains("ordinary user"));
  }

  @Test
  void anArchiveCannotWriteOutsideItsFolder() throws IOException {
    for (String name : List.of("../evil", "a/../../evil")) {
      byte[] packed = packed(new TarArchiveEntry(name), "x");
      Path target = Files.createDirectory(folder.resolve("t" + name.length()));
      assertThrows(IOException.class, () -> TarXz.unpack(new ByteArrayInputStream(packed), target));
    }
    TarArchiveEntry link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
    link.setLinkName("../../etc");
    byte[] packed = packed(link, "");
    Path target = Files.createDirectory(folder.resolve("links"));
    assertThrows(IOException.class, () -> TarXz.unpack(new ByteArrayInputStream(packed), target));
    assertFalse(Files.exists(folder.resolve("evil")));
  }

  private static byte[] packed(TarArchiveEntry entry, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
      byte[] data = content.getBytes(StandardCharsets.UTF_8);
      if (entry.isFile()) {
        entry.setSize(data.length);
      }
      tar.putArchiveEntry(entry);
      tar.write(data);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }
}

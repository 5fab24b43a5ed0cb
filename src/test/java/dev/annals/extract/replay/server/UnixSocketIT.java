package dev.annals.extract.replay.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The driver over a Unix socket, as hard as it can be used. */
@Timeout(60)
class UnixSocketIT {

  private static Connection connect() {
    return SharedServer.get().admin("postgres");
  }

  @Test
  void bigResultsAndBigParameters() throws SQLException {
    String big = "x".repeat(20_000_000);
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement("SELECT ?::text, length(?)")) {
      statement.setString(1, big);
      statement.setString(2, big);
      try (ResultSet rows = statement.executeQuery()) {
        assertTrue(rows.next());
        assertEquals(big, rows.getString(1));
        assertEquals(big.length(), rows.getInt(2));
      }
    }
  }

  @Test
  void manyRowsInPortions() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.setFetchSize(1000);
      long sum = 0;
      try (ResultSet rows = statement.executeQuery("SELECT generate_series(1, 200000)")) {
        while (rows.next()) {
          sum += rows.getLong(1);
        }
      }
      assertEquals(20_000_100_000L, sum);
    }
  }

  @Test
  void copyBothWays() throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMP TABLE many (line text)");
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      assertEquals(
          300_000,
          copy.copyIn("COPY many FROM STDIN", new StringReader("a line\n".repeat(300_000))));
      java.io.StringWriter out = new java.io.StringWriter();
      copy.copyOut("COPY many TO STDOUT", out);
      assertEquals(300_000 * 7, out.toString().length());
    }
  }

  @Test
  void manyConnectionsAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      Callable<String> work =
          () -> {
            try (Connection connection = connect()) {
              return ScratchServerIT.one(connection, "SELECT repeat('y', 100000)");
            }
          };
      List<Callable<String>> all = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        all.add(work);
      }
      for (Future<String> each : threads.invokeAll(all)) {
        assertEquals(100_000, each.get().length());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aStatementCanBeCancelledFromAnotherThread() throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      SQLException cancelled =
          assertThrows(SQLException.class, () -> statement.execute("SELECT pg_sleep(50)"));
      assertEquals("57014", cancelled.getSQLState());
      assertEquals("1", ScratchServerIT.one(connection, "SELECT 1"));
    }
  }

  @Test
  void aNetworkTimeoutEndsTheWait() throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setNetworkTimeout(Runnable::run, 200);
      SQLException late =
          assertThrows(SQLException.class, () -> statement.execute("SELECT pg_sleep(50)"));
      assertTrue(late.getCause() instanceof SocketTimeoutException, String.valueOf(late));
      assertTrue(connection.isClosed());
    }
  }

  @Test
  void abortFromAnotherThreadEndsTheWait() throws Exception {
    try (Connection connection = connect()) {
      ExecutorService thread = Executors.newSingleThreadExecutor();
      try {
        Future<String> waiting =
            thread.submit(() -> ScratchServerIT.one(connection, "SELECT pg_sleep(50)"));
        Thread.sleep(300);
        connection.abort(Runnable::run);
        ExecutionException ended =
            assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThrows(ExecutionException.class, waiting::get));
        assertTrue(ended.getCause() instanceof SQLException, String.valueOf(ended.getCause()));
      } finally {
        thread.shutdownNow();
      }
    }
  }

  @Test
  void anInterruptedThreadKeepsItsConnection() throws SQLException {
    try (Connection connection = connect()) {
      Thread.currentThread().interrupt();
      assertEquals("1", ScratchServerIT.one(connection, "SELECT 1 FROM pg_sleep(0.1)"));
      assertTrue(Thread.interrupted(), "the interrupt is still to be seen");
      assertEquals("2", ScratchServerIT.one(connection, "SELECT 2"));
    }
  }

  @Test
  void notificationsArriveWithoutAQuery() throws SQLException {
    try (Connection listener = connect();
        Connection speaker = connect();
        Statement listen = listener.createStatement();
        Statement speak = speaker.createStatement()) {
      listen.execute("LISTEN news");
      PGConnection driver = listener.unwrap(PGConnection.class);
      assertEquals(0, driver.getNotifications(50).length);
      speak.execute("NOTIFY news, 'hello'");
      assertEquals("hello", driver.getNotifications(5000)[0].getParameter());
    }
  }

  @Test
  void closingIsQuietAndFinal() throws Exception {
    String directory;
    try (Connection connection = connect()) {
      directory = ScratchServerIT.one(connection, "SHOW unix_socket_directories");
    }
    UnixSocket socket = new UnixSocket(java.nio.file.Path.of(directory, ".s.PGSQL.5432"));
    assertThrows(java.net.SocketException.class, socket::getInputStream);
    socket.connect(null);
    assertTrue(socket.isConnected());
    assertFalse(socket.isClosed());
    socket.setSoTimeout(30);
    assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
    socket.shutdownOutput();
    assertEquals(-1, socket.getInputStream().read());
    socket.close();
    socket.close();
    assertTrue(socket.isClosed());
    assertThrows(java.net.SocketException.class, socket::getOutputStream);
  }
}

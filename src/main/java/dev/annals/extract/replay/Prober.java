package dev.annals.extract.replay;

import dev.annals.model.witness.Answer;
import dev.annals.model.witness.Probe;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Asks a scratch database whether statements work. Each is asked in a transaction of its own that
 * is taken back.
 */
final class Prober {

  /** Long enough for any statement on tables that are next to empty. */
  private static final String BEGIN =
      "SET LOCAL statement_timeout TO 3000; SET CONSTRAINTS ALL IMMEDIATE";

  private static final String CONNECTION_LOST = "08";

  /** Out of time, out of memory, in each other's way: another day it would work. */
  private static final Pattern CHANCE = Pattern.compile("57014|53...|40...|55P03");

  private static final int ROWS = 20;

  /**
   * Literals, names in quotation marks, comments; parameters and question marks outside of them.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)'(?:[^']|'')*+'|\"[^\"]*\"|--[^\\n]*|/\\*.*?\\*/|(\\$[A-Za-z_]*\\$).*?\\1"
              + "|\\$(?<parameter>\\d{1,4})|\\?");

  /** What the driver calls types, and people do not. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("int2", "smallint"),
          Map.entry("smallserial", "smallint"),
          Map.entry("int4", "integer"),
          Map.entry("serial", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("bigserial", "bigint"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("bool", "boolean"),
          Map.entry("varchar", "character varying"),
          Map.entry("bpchar", "character"),
          Map.entry("timestamptz", "timestamp with time zone"),
          Map.entry("timetz", "time with time zone"));

  private final Ground ground;
  private final LentRoles roles;
  private boolean prepared;
  private int asked;

  Prober(Ground ground, LentRoles roles) {
    this.ground = ground;
    this.roles = roles;
  }

  /** What the server says to a probe. */
  Answer ask(Probe probe) throws SQLException {
    if (!probe.role().isEmpty() && !roles.lend(probe.role())) {
      return Answer.NONE;
    }
    Connection connection = ground.migrator();
    connection.setAutoCommit(false);
    boolean begun = false;
    try (Statement statement = ground.migrator().createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(BEGIN);
      for (String sql : probe.setup()) {
        statement.execute(sql);
      }
      if (!probe.role().isEmpty()) {
        statement.execute("SET LOCAL ROLE " + LentRoles.quoted(LentRoles.nameOf(probe.role())));
      }
      begun = true;
      return answer(probe, statement);
    } catch (SQLException e) {
      return begun ? refusal(e) : lostOr(e, Answer.unasked(message(e)));
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
      forget();
    }
  }

  /** A statement that was prepared outlives the transaction. */
  private void forget() throws SQLException {
    if (prepared) {
      prepared = false;
      try (Statement statement = ground.migrator().createStatement()) {
        statement.execute("DEALLOCATE annals_own");
      }
    }
  }

  private Answer answer(Probe probe, Statement statement) throws SQLException {
    switch (probe.how()) {
      case LOOK_UP -> {
        describe(probe.sql());
        return new Answer("", "", List.of(), List.of());
      }
      case DESCRIBE -> {
        return new Answer("", "", describe(probe.sql()), List.of());
      }
      case PLAN -> {
        statement.execute("EXPLAIN " + probe.sql());
        return new Answer("", "", List.of(), List.of());
      }
      default -> {
        boolean result = statement.execute(probe.sql());
        return new Answer("", "", List.of(), result ? rows(statement) : List.of());
      }
    }
  }

  /**
   * Has the server look a statement up without carrying it out; the types of its result. The driver
   * does not send {@code $1}: what has parameters is prepared by the server's own statement.
   */
  private List<String> describe(String sql) throws SQLException {
    int parameters = 0;
    Matcher matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      String number = matcher.group("parameter");
      parameters = number == null ? parameters : Math.max(parameters, Integer.parseInt(number));
    }
    if (parameters == 0) {
      return types(escaped(sql));
    }
    try (Statement statement = ground.migrator().createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("PREPARE annals_own AS " + sql);
      prepared = true;
    }
    String nulls = String.join(", ", Collections.nCopies(parameters, "NULL"));
    return types("EXECUTE annals_own(" + nulls + ")");
  }

  /**
   * The driver remembers what it has described, which is of another schema: no text comes twice.
   */
  private List<String> types(String sql) throws SQLException {
    List<String> types = new ArrayList<>();
    try (PreparedStatement described = ground.migrator().prepareStatement(sql + " --" + ++asked)) {
      ResultSetMetaData columns = described.getMetaData();
      for (int i = 1; columns != null && i <= columns.getColumnCount(); i++) {
        String name = columns.getColumnTypeName(i);
        types.add(NAMES.getOrDefault(name, name.replace("\"", "")));
      }
    }
    return types;
  }

  /** The driver takes a question mark for a parameter; here they are operators. */
  private static String escaped(String sql) {
    return TOKEN
        .matcher(sql)
        .replaceAll(
            match -> match.group().equals("?") ? "??" : Matcher.quoteReplacement(match.group()));
  }

  private static List<String> rows(Statement statement) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = statement.getResultSet()) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next() && rows.size() < ROWS) {
        StringJoiner row = new StringJoiner(", ");
        for (int i = 1; i <= columns; i++) {
          String value = result.getString(i);
          row.add(value == null ? "null" : value);
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private static Answer refusal(SQLException e) throws SQLException {
    if (CHANCE.matcher(String.valueOf(e.getSQLState())).matches()) {
      return Answer.NONE;
    }
    return lostOr(e, new Answer(String.valueOf(e.getSQLState()), message(e), List.of(), List.of()));
  }

  /** The server's words, and where it was when it said them. */
  private static String message(SQLException e) {
    ServerErrorMessage server = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
    if (server == null) {
      return String.valueOf(e.getMessage());
    }
    String where = server.getWhere() == null ? "" : server.getWhere();
    return server.getMessage()
        + where.lines().findFirst().map(line -> " (" + line + ")").orElse("");
  }

  private static Answer lostOr(SQLException e, Answer answer) throws SQLException {
    if (String.valueOf(e.getSQLState()).startsWith(CONNECTION_LOST)) {
      throw e;
    }
    return answer;
  }
}

package dev.annals.extract.replay.server;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.Driver;

/** Connects with the PostgreSQL driver, always in UTC: the driver would send the host's zone. */
final class ScratchDataSource implements DataSource {

  private final String url;
  private final Properties properties;

  ScratchDataSource(String url, Properties properties) {
    this.url = url;
    this.properties = (Properties) properties.clone();
  }

  /** Over the socket of a server of ours. */
  static ScratchDataSource local(String socket, String database, String user, String options) {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("socketFactory", UnixSocketFactory.class.getName());
    properties.setProperty("socketFactoryArg", socket);
    properties.setProperty("sslmode", "disable");
    properties.setProperty("gssEncMode", "disable");
    properties.setProperty("options", options);
    properties.setProperty("ApplicationName", "annals");
    String name = URLEncoder.encode(database, StandardCharsets.UTF_8);
    return new ScratchDataSource("jdbc:postgresql://localhost/" + name, properties);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return connect(properties);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    Properties other = (Properties) properties.clone();
    other.setProperty("user", user);
    other.setProperty("password", password);
    return connect(other);
  }

  private Connection connect(Properties with) throws SQLException {
    Connection connection = new Driver().connect(url, with);
    if (connection == null) {
      throw new SQLException("not a URL of PostgreSQL", "08001");
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE 'UTC'");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException("no log");
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("no log");
  }

  @Override
  public void setLoginTimeout(int seconds) {
    properties.setProperty("loginTimeout", String.valueOf(seconds));
  }

  @Override
  public int getLoginTimeout() {
    return Integer.parseInt(properties.getProperty("loginTimeout", "0"));
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("no log");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (isWrapperFor(type)) {
      return type.cast(this);
    }
    throw new SQLException("not a wrapper for " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}

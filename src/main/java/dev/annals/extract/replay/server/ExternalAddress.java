package dev.annals.extract.replay.server;

import dev.annals.model.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Where the user's server is and as whom to connect.
 *
 * @param database the database that the user named
 * @param properties all the driver needs, password included: never shown
 */
record ExternalAddress(String database, Properties properties) {

  static ExternalAddress of(String jdbcUrl, String user, String password) {
    Properties given = new Properties();
    if (!user.isEmpty()) {
      given.setProperty("user", user);
    }
    if (!password.isEmpty()) {
      given.setProperty("password", password);
    }
    Properties parsed =
        jdbcUrl.startsWith("jdbc:postgresql:") ? Driver.parseURL(jdbcUrl, given) : null;
    if (parsed == null) {
      // The URL is not repeated: it may hold a password.
      throw Problem.usage(
          "Reading `scratch:`: it is not a JDBC URL of PostgreSQL.",
          "Write it as jdbc:postgresql://host:5432/database.");
    }
    Properties all = new Properties();
    parsed.stringPropertyNames().forEach(each -> all.setProperty(each, parsed.getProperty(each)));
    String database = all.getProperty("PGDBNAME", all.getProperty("user", "postgres"));
    all.remove("PGDBNAME");
    return new ExternalAddress(database, all);
  }

  /** Host, port and database, without user, password or parameters. */
  String shown() {
    return host() + ":" + port() + "/" + database;
  }

  private String host() {
    return properties.getProperty("PGHOST", "localhost");
  }

  private String port() {
    return properties.getProperty("PGPORT", "5432");
  }

  ScratchDataSource source(String name, Properties more) {
    Properties all = (Properties) properties.clone();
    all.putAll(more);
    all.remove("PGHOST");
    all.remove("PGPORT");
    String[] hosts = host().split(",", -1);
    String[] ports = port().split(",", -1);
    StringBuilder places = new StringBuilder();
    for (int i = 0; i < hosts.length; i++) {
      places.append(i == 0 ? "" : ",").append(hosts[i]).append(':');
      places.append(ports[Math.min(i, ports.length - 1)]);
    }
    String path = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return new ScratchDataSource("jdbc:postgresql://" + places + "/" + path, all);
  }
}

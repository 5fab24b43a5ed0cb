package dev.annals.extract.replay;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Between two migrations: what, besides the server's data, the next one finds.
 *
 * @param database the database's name
 * @param session what Flyway puts in order after each migration
 * @param settings what the session that migrates has set, by name
 */
record Moment(String database, SessionState.Order session, SortedMap<String, String> settings) {

  /** Writes it down, before other things. */
  void writeTo(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeUTF(database);
    out.writeUTF(session.role());
    out.writeUTF(session.path());
    out.writeBoolean(session.kept());
    out.writeUTF(session.begun());
    out.writeUTF(session.begunAs());
    out.writeInt(settings.size());
    for (var each : settings.entrySet()) {
      out.writeUTF(each.getKey());
      out.writeUTF(each.getValue());
    }
    out.flush();
  }

  /** Reads what was written, and not more. */
  static Moment read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    String database = in.readUTF();
    SessionState.Order session =
        new SessionState.Order(
            in.readUTF(), in.readUTF(), in.readBoolean(), in.readUTF(), in.readUTF());
    SortedMap<String, String> settings = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      settings.put(in.readUTF(), in.readUTF());
    }
    return new Moment(database, session, settings);
  }
}

package dev.annals.extract.imports;

import dev.annals.extract.imports.DbmlTokens.Kind;
import dev.annals.extract.imports.DbmlTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** The notes of a DBML file on its project, tables and columns; other notes are passed over. */
final class DbmlNotes {

  private static final Token END = new Token(Kind.SIGN, "", 0, true);

  private final String file;
  private final List<Token> tokens;
  private final List<Description> found = new ArrayList<>();
  private int at;

  private DbmlNotes(List<Token> tokens, String file) {
    this.tokens = tokens;
    this.file = file;
  }

  static List<Description> read(String text, String file) {
    DbmlNotes reader = new DbmlNotes(DbmlTokens.of(text, file), file);
    reader.read();
    return reader.found;
  }

  private Token peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : END;
  }

  private void read() {
    while (at < tokens.size()) {
      boolean named = peek(0).first() && peek(1).kind() == Kind.WORD;
      if (named && peek(0).isWord("table")) {
        at++;
        table();
      } else if (peek(0).first() && peek(0).isWord("project")) {
        at += named ? 2 : 1;
        if (peek(0).is("{")) {
          body("");
        }
      } else if (peek(0).is("{")) {
        skip("{", "}");
      } else {
        at++;
      }
    }
  }

  private void table() {
    StringBuilder name = new StringBuilder(peek(0).text());
    int line = peek(0).line();
    at++;
    while (peek(0).is(".") && peek(1).kind() == Kind.WORD) {
      name.append('.').append(peek(1).text());
      at += 2;
    }
    while (at < tokens.size() && !peek(0).is("{")) {
      if (peek(0).is("[")) {
        settings(name.toString(), "");
      } else {
        at++;
      }
    }
    if (at >= tokens.size()) {
      throw ImportReader.malformed(file, line, "the table " + name + " has no body");
    }
    body(name.toString());
  }

  /** What stands between braces: notes, columns of a table, and blocks to pass over. */
  private void body(String relation) {
    int line = peek(0).line();
    String column = "";
    boolean fresh = true; // a column or a note may begin here
    at++;
    while (!peek(0).is("}")) {
      if (at >= tokens.size()) {
        throw ImportReader.malformed(file, line, "what begins with { has no end");
      }
      fresh |= peek(0).first();
      boolean note = fresh && peek(0).isWord("note");
      if (note && peek(1).is(":") && peek(2).kind() == Kind.TEXT) {
        add(relation, "", peek(2));
        at += 3;
      } else if (note && peek(1).is("{") && peek(2).kind() == Kind.TEXT) {
        add(relation, "", peek(2));
        at++;
        skip("{", "}");
      } else if (peek(0).is("{")) {
        skip("{", "}");
      } else if (peek(0).is("[")) {
        settings(relation, column);
        fresh = true;
      } else {
        column = fresh && peek(0).kind() == Kind.WORD ? peek(0).text() : column;
        fresh = peek(0).kind() == Kind.TEXT;
        at++;
      }
    }
    at++;
  }

  private void settings(String relation, String column) {
    int begin = at;
    skip("[", "]");
    for (int i = begin; i + 2 < at; i++) {
      boolean note = tokens.get(i).isWord("note") && tokens.get(i + 1).is(":");
      if (note && tokens.get(i + 2).kind() == Kind.TEXT) {
        add(relation, column, tokens.get(i + 2));
      }
    }
  }

  private void skip(String open, String close) {
    int line = peek(0).line();
    int depth = 0;
    do {
      if (at >= tokens.size()) {
        throw ImportReader.malformed(file, line, "what begins with " + open + " has no end");
      }
      depth += peek(0).is(open) ? 1 : peek(0).is(close) ? -1 : 0;
      at++;
    } while (depth > 0);
  }

  private void add(String relation, String column, Token note) {
    if (!note.text().isBlank()) {
      found.add(new Description(relation, column, note.text().strip(), note.line()));
    }
  }
}

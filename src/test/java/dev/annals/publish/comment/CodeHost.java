package dev.annals.publish.comment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stand-in for a code host on loopback: it holds comments, hands them out in pages as that host
 * does, and refuses what that host would refuse.
 */
public final class CodeHost implements AutoCloseable {

  /** The token that is good. */
  public static final String TOKEN = "t0k3n-that-nobody-may-see";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Platform platform;
  private final HttpServer server;
  private final Map<Integer, String> comments = new LinkedHashMap<>();
  private final List<String> requests = new ArrayList<>();
  private final List<JsonNode> statuses = new ArrayList<>();
  private int next = 1;
  private int busy;
  private boolean readOnly;
  private int foreign = -1;

  /** A host of that sort. */
  public CodeHost(Platform platform) throws IOException {
    this.platform = platform;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api", this::answer);
    server.start();
  }

  /** The address of its API. */
  public String api() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
  }

  /** Its comments, oldest first. */
  public synchronized List<String> comments() {
    return List.copyOf(comments.values());
  }

  /** What was asked of it. */
  public synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  synchronized List<JsonNode> statuses() {
    return List.copyOf(statuses);
  }

  /** Somebody comments. */
  public synchronized int say(String text) {
    comments.put(next, text);
    return next++;
  }

  /** From now on the token may only read, as that of a fork's pull request. */
  public synchronized void readOnly() {
    readOnly = true;
  }

  synchronized void busy(int times) {
    busy = times;
  }

  /** That comment is another's, and may not be changed. */
  synchronized void foreign(int id) {
    foreign = id;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath().substring("/api".length());
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    String method = exchange.getRequestMethod();
    requests.add(method + " " + path);
    byte[] sent = exchange.getRequestBody().readAllBytes();
    JsonNode body = sent.length == 0 ? JSON.createObjectNode() : JSON.readTree(sent);
    if (busy > 0) {
      busy--;
      reply(exchange, 503, JSON.createObjectNode());
    } else if (!authorised(exchange)) {
      reply(exchange, 401, JSON.createObjectNode().put("message", "Bad credentials"));
    } else if (method.equals("GET") && path.equals(all())) {
      page(exchange, query);
    } else if (!method.equals("GET") && readOnly) {
      reply(
          exchange,
          403,
          JSON.createObjectNode().put("message", "Resource not accessible by integration"));
    } else if (method.equals("POST") && path.equals(all())) {
      created(exchange, body);
    } else if (method.equals("POST") && path.equals(status())) {
      statuses.add(body);
      reply(exchange, 201, body);
    } else {
      change(exchange, method, path, body);
    }
  }

  private void created(HttpExchange exchange, JsonNode body) throws IOException {
    String text = text(body);
    if (text.isEmpty()) {
      reply(exchange, 422, JSON.createObjectNode().put("message", "body is missing"));
    } else {
      reply(exchange, 201, JSON.createObjectNode().put("id", say(text)));
    }
  }

  private void change(HttpExchange exchange, String method, String path, JsonNode body)
      throws IOException {
    Matcher one = Pattern.compile(Pattern.quote(one()) + "/(\\d+)").matcher(path);
    String wanted = platform == Platform.GITHUB || platform == Platform.GITEA ? "PATCH" : "PUT";
    if (!one.matches() || !comments.containsKey(Integer.parseInt(one.group(1)))) {
      reply(exchange, 404, JSON.createObjectNode().put("message", "Not Found"));
    } else if (!method.equals(wanted)) {
      reply(exchange, 405, JSON.createObjectNode());
    } else if (Integer.parseInt(one.group(1)) == foreign) {
      reply(exchange, 403, JSON.createObjectNode().put("message", "not yours"));
    } else {
      comments.put(Integer.parseInt(one.group(1)), text(body));
      reply(exchange, 200, JSON.createObjectNode());
    }
  }

  private boolean authorised(HttpExchange exchange) {
    String header = platform == Platform.GITLAB ? "PRIVATE-TOKEN" : "Authorization";
    String word =
        switch (platform) {
          case GITHUB, BITBUCKET -> "Bearer ";
          case GITEA -> "token ";
          case GITLAB -> "";
        };
    return (word + TOKEN).equals(exchange.getRequestHeaders().getFirst(header));
  }

  private String text(JsonNode body) {
    return platform == Platform.BITBUCKET
        ? body.path("content").path("raw").asString("")
        : body.path("body").asString("");
  }

  private String all() {
    return switch (platform) {
      case GITHUB, GITEA -> "/repos/ada/shop/issues/7/comments";
      case GITLAB -> "/projects/ada%2Fshop/merge_requests/7/notes";
      case BITBUCKET -> "/repositories/ada/shop/pullrequests/7/comments";
    };
  }

  private String one() {
    return platform == Platform.GITHUB || platform == Platform.GITEA
        ? "/repos/ada/shop/issues/comments"
        : all();
  }

  private String status() {
    return switch (platform) {
      case GITHUB, GITEA -> "/repos/ada/shop/statuses/0123456789abcdef";
      case GITLAB -> "/projects/ada%2Fshop/statuses/0123456789abcdef";
      case BITBUCKET -> "/repositories/ada/shop/commit/0123456789abcdef/statuses/build";
    };
  }

  /** Gitea hands out all at once, whatever is asked. */
  private void page(HttpExchange exchange, String query) throws IOException {
    Matcher asked = Pattern.compile("(?:^|&)page=(\\d+)").matcher(query);
    int number = asked.find() ? Integer.parseInt(asked.group(1)) : 1;
    int size = platform == Platform.GITEA ? Integer.MAX_VALUE : 100;
    List<Integer> ids = new ArrayList<>(comments.keySet());
    int from = size == Integer.MAX_VALUE ? 0 : Math.min(ids.size(), (number - 1) * size);
    int to = size == Integer.MAX_VALUE ? ids.size() : Math.min(ids.size(), from + size);
    ArrayNode items = JSON.createArrayNode();
    for (int id : ids.subList(from, to)) {
      ObjectNode item = items.addObject().put("id", id);
      if (platform == Platform.BITBUCKET) {
        item.putObject("content").put("raw", comments.get(id));
      } else {
        item.put("body", comments.get(id));
      }
    }
    boolean more = to < ids.size();
    String next = api() + all() + "?per_page=100&page=" + (number + 1);
    if (platform == Platform.GITHUB && more) {
      exchange.getResponseHeaders().add("Link", "<" + next + ">; rel=\"next\", <x>; rel=\"last\"");
    }
    if (platform == Platform.GITLAB) {
      exchange.getResponseHeaders().add("X-Next-Page", more ? "" + (number + 1) : "");
    }
    if (platform == Platform.BITBUCKET) {
      ObjectNode values = JSON.createObjectNode();
      values.set("values", items);
      reply(exchange, 200, more ? values.put("next", next) : values);
    } else {
      reply(exchange, 200, items);
    }
  }

  private static void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package dev.weir.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.local.lambda.Invocation;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// An API on a port of its own before a function that notes what it is given and answers as it is told.
final class Front implements AutoCloseable {

    static final List<Route> ROUTES = List.of(
            new Route("POST", "/v1/events", "collector"),
            new Route("GET", "/v1/counters/{product}/{counter}", "counters"),
            new Route("GET", "/v1/counters/{product}/total", "totals"),
            new Route("GET", "/health", "collector"));

    private static final JsonMapper JSON = new JsonMapper();

    final HttpClient client = HttpClient.newHttpClient();
    final AtomicInteger invoked = new AtomicInteger();
    volatile String answer = "{\"statusCode\":200,\"body\":\"done\"}";
    volatile Invocation.@Nullable Failed failure;
    volatile JsonNode event = JSON.createObjectNode();
    volatile String function = "";
    private final HttpApi api;

    Front() throws IOException {
        this(ROUTES);
    }

    Front(List<Route> routes) throws IOException {
        api = HttpApi.start(0, routes, this::invoke, null, Duration.ofSeconds(20));
    }

    int port() {
        return api.port();
    }

    @Override
    public void close() {
        api.close();
        client.close();
    }

    private Invocation invoke(String name, byte[] payload) {
        try {
            invoked.incrementAndGet();
            event = JSON.readTree(payload);
            function = name;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
        Invocation.Failed failed = failure;
        return failed == null ? new Invocation.Answered(answer.getBytes(StandardCharsets.UTF_8)) : failed;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(byte[] body, String type) throws IOException, InterruptedException {
        return send(request("/v1/events").header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), api.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    static String statusLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\n';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    static void skipToEndOf(Socket socket, String body) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf("\r\n\r\n" + body) < 0) {
            int c = socket.getInputStream().read();
            assertThat(c).isNotNegative();
            seen.append((char) c);
        }
    }

    /// A request whose request line and headers have this many bytes without the final empty line.
    static String head(int size) {
        String start = "GET /health HTTP/1.1\r\nHost: h\r\nX-Fill: ";
        return start + "x".repeat(size - start.length() - 2) + "\r\n\r\n";
    }

    void assertThatBodyIsBase64Of(byte[] bytes) {
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(Base64.getDecoder().decode(event.path("body").asText())).isEqualTo(bytes);
    }

    static void assertThatIsProblem(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("detail").asText()).isNotEmpty();
    }
}

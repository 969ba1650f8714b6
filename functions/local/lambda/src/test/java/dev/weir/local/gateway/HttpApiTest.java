package dev.weir.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.local.lambda.Invocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Route> ROUTES = List.of(
            new Route("POST", "/v1/events", "collector"),
            new Route("GET", "/v1/counters/{product}/{counter}", "counters"),
            new Route("GET", "/v1/counters/{product}/total", "totals"),
            new Route("GET", "/health", "collector"));

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger invoked = new AtomicInteger();
    private volatile String answer = "{\"statusCode\":200,\"body\":\"done\"}";
    private volatile Invocation.@Nullable Failed failure;
    private volatile JsonNode event = JSON.createObjectNode();
    private volatile String function = "";
    private HttpApi api;

    @BeforeEach
    void open() throws IOException {
        api = HttpApi.start(0, ROUTES, this::invoke, null, Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
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

    @Test
    void givesTheFunctionTheRequestInPayloadFormatTwo() throws Exception {
        send(request("/v1/counters/ott%20streaming/a+b?from=2026-01-01&tag=x&tag=y%26z&flag")
                .header("X-Write-Key", "k1")
                .header("X-Many", "one")
                .header("X-Many", "two")
                .header("Cookie", "a=1; b=2")
                .header("User-Agent", "kayak/1"));

        assertThat(function).isEqualTo("counters");
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("GET /v1/counters/{product}/{counter}");
        assertThat(event.path("rawPath").asText()).isEqualTo("/v1/counters/ott%20streaming/a+b");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("from=2026-01-01&tag=x&tag=y%26z&flag");
        assertThat(event.path("cookies")).isEqualTo(JSON.readTree("[\"a=1\",\"b=2\"]"));
        assertThat(event.at("/headers/x-write-key").asText()).isEqualTo("k1");
        assertThat(event.at("/headers/x-many").asText().split(",")).containsExactlyInAnyOrder("one", "two");
        assertThat(event.at("/headers/cookie").isMissingNode()).isTrue();
        assertThat(event.path("queryStringParameters"))
                .isEqualTo(JSON.readTree("{\"from\":\"2026-01-01\",\"tag\":\"x,y&z\",\"flag\":\"\"}"));
        assertThat(event.path("pathParameters"))
                .isEqualTo(JSON.readTree("{\"product\":\"ott streaming\",\"counter\":\"a+b\"}"));
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(event.has("body")).isFalse();
        JsonNode context = event.path("requestContext");
        assertThat(context.at("/http/method").asText()).isEqualTo("GET");
        assertThat(context.at("/http/path").asText()).isEqualTo("/v1/counters/ott%20streaming/a+b");
        assertThat(context.at("/http/protocol").asText()).isEqualTo("HTTP/1.1");
        assertThat(context.at("/http/sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(context.at("/http/userAgent").asText()).isEqualTo("kayak/1");
        assertThat(context.path("stage").asText()).isEqualTo("$default");
        assertThat(context.path("requestId").asText()).hasSize(36);
        assertThat(context.path("time").asText()).matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
        assertThat(context.path("timeEpoch").asLong()).isPositive();
    }

    @Test
    void leavesOutWhatTheRequestDoesNotHave() throws Exception {
        send(request("/health"));

        assertThat(event.has("queryStringParameters")).isFalse();
        assertThat(event.has("pathParameters")).isFalse();
        assertThat(event.has("cookies")).isFalse();
        assertThat(event.path("rawQueryString").asText("absent")).isEmpty();
    }

    @Test
    void prefersALiteralSegmentToAParameter() throws Exception {
        send(request("/v1/counters/ott/total"));

        assertThat(function).isEqualTo("totals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain;charset=UTF-8", "application/problem+json"})
    void handsOverTextAsItIs(String type) throws Exception {
        post("{\"ü\":\"€\"}".getBytes(StandardCharsets.UTF_8), type);

        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(event.path("body").asText()).isEqualTo("{\"ü\":\"€\"}");
    }

    @Test
    void handsOverACompressedBodyInBase64() throws Exception {
        byte[] gzip = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0};

        send(request("/v1/events")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip)));

        assertThatBodyIsBase64Of(gzip);
    }

    @Test
    void handsOverWhatIsNotUtf8InBase64ThoughItSaysItIsJson() throws Exception {
        byte[] broken = {'"', (byte) 0xc3, '"'};

        post(broken, "application/json");

        assertThatBodyIsBase64Of(broken);
    }

    @Test
    void handsOverABodyOfAnyOtherTypeInBase64() throws Exception {
        post(new byte[] {'a'}, "application/octet-stream");

        assertThatBodyIsBase64Of(new byte[] {'a'});
    }

    @Test
    void takesAChunkedBody() throws Exception {
        send(request("/v1/events")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream("in pieces".getBytes(StandardCharsets.UTF_8)))));

        assertThat(event.path("body").asText()).isEqualTo("in pieces");
    }

    @Test
    void answersWithStatusHeadersCookiesAndBodyOfTheFunction() throws Exception {
        answer = """
                {"statusCode": 429, "headers": {"Retry-After": 7, "content-type": "application/problem+json",
                 "Content-Length": "999"}, "cookies": ["a=1; Path=/", "b=2"], "body": "später"}
                """;

        HttpResponse<String> response = send(request("/health"));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains("7");
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(response.headers().allValues("Set-Cookie")).containsExactlyInAnyOrder("a=1; Path=/", "b=2");
        assertThat(response.headers().firstValue("Date")).isPresent();
        assertThat(response.body()).isEqualTo("später");
    }

    @Test
    void decodesABodyInBase64() throws Exception {
        answer = "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"AP8=\"}";

        var response = client.send(request("/health").build(), BodyHandlers.ofByteArray());

        assertThat(response.body()).containsExactly(0, 0xff);
    }

    @Test
    void takesAnAnswerWithoutStatusForTheBodyOfA200() throws Exception {
        answer = "{\"ok\":true}";

        HttpResponse<String> response = send(request("/health"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body()).isEqualTo("{\"ok\":true}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{\"statusCode\":\"fine\"}",
                "{\"statusCode\":99}",
                "{\"statusCode\":1000}",
                "{\"statusCode\":200,\"headers\":{\"a\":\"b\\r\\nc: d\"}}",
                "{\"statusCode\":200,\"headers\":{\"a b\":\"c\"}}",
                "{\"statusCode\":200,\"headers\":{\"a\":{}}}",
                "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"%\"}"
            })
    void anAnswerThatIsNoResponseIsA500(String malformed) throws Exception {
        answer = malformed;

        assertThatIsProblem(send(request("/health")), 500);
    }

    @Test
    void aFailedFunctionIsA500ThatKeepsItsMessageToItself() throws Exception {
        failure = new Invocation.Failed("java.lang.IllegalStateException", "user 4711");

        HttpResponse<String> response = send(request("/health"));

        assertThatIsProblem(response, 500);
        assertThat(response.body()).doesNotContain("4711");
    }

    @Test
    void aThrottledFunctionIsA503WithRetryAfter() throws Exception {
        failure = new Invocation.Failed(Invocation.Failed.THROTTLED, "");

        HttpResponse<String> response = send(request("/health"));

        assertThatIsProblem(response, 503);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void aRequestThatDoesNotFitAnInvocationIsA413() throws Exception {
        failure = new Invocation.Failed(Invocation.Failed.TOO_LARGE, "");

        assertThatIsProblem(send(request("/health")), 413);
    }

    @Test
    void aFunctionThatTakesTooLongIsA504() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (HttpApi impatient = HttpApi.start(
                0,
                ROUTES,
                (_, _) -> {
                    never.await();
                    throw new IllegalStateException();
                },
                null,
                Duration.ofMillis(100))) {
            URI uri = URI.create("http://127.0.0.1:" + impatient.port() + "/health");

            assertThatIsProblem(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()), 504);
            never.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/events/", "/v1/counters/ott", "/v1/counters//x", "/v1/counters/a/b/c"})
    void anUnknownPathIsA404(String path) throws Exception {
        assertThatIsProblem(send(request(path)), 404);
        assertThat(invoked).hasValue(0);
    }

    @Test
    void anUnknownMethodIsA405ThatNamesTheOthers() throws Exception {
        HttpResponse<String> response = send(request("/health").DELETE());

        assertThatIsProblem(response, 405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    }

    @Test
    void aHeadIsAGetWithoutBody() throws Exception {
        HttpResponse<String> response = send(request("/health").HEAD());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("GET");
    }

    @Test
    void optionsWithoutCorsNamesTheMethods() throws Exception {
        HttpResponse<String> response = send(request("/v1/events").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Allow")).contains("OPTIONS, POST");
    }

    @Test
    void aBodyOfTenMegabytesPassesAndOneByteMoreIsA413() throws Exception {
        int limit = 10 * 1024 * 1024;

        assertThat(post(new byte[limit], "text/plain").statusCode()).isEqualTo(200);
        assertThatIsProblem(post(new byte[limit + 1], "text/plain"), 413);
        assertThat(invoked).hasValue(1);
    }

    @Test
    void anElevenMegabyteBodyIsA413WhetherAnnouncedOrNot() throws Exception {
        byte[] body = new byte[11 * 1024 * 1024];
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));

        assertThatIsProblem(post(body, "application/json"), 413);
        assertThatIsProblem(send(request("/v1/events").POST(chunked)), 413);
        assertThat(send(request("/health")).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnAnnouncedBodyBeforeItIsSent() throws Exception {
        try (Socket socket = connect()) {
            write(socket, "POST /v1/events HTTP/1.1\r\nHost: h\r\nContent-Length: 999999999999\r\n\r\n");

            assertThat(statusLine(socket)).contains(" 413 ");
        }
    }

    @Test
    void requestLineAndHeadersBeyond10240BytesAreA431() throws Exception {
        try (Socket fitting = connect();
                Socket beyond = connect()) {
            write(fitting, head(10_240));
            write(beyond, head(10_241));

            assertThat(statusLine(fitting)).contains(" 200 ");
            assertThat(statusLine(beyond)).contains(" 431 ");
        }
    }

    @Test
    void aClientThatHangsUpHalfwayDisturbsNobody() throws Exception {
        for (String part : List.of(
                "POST /v1/ev", "POST /v1/events HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nabc", "\r\n\r\n")) {
            try (Socket socket = connect()) {
                write(socket, part);
            }
        }

        assertThat(send(request("/health")).statusCode()).isEqualTo(200);
        assertThat(invoked).hasValue(1);
    }

    @Test
    void aSlowClientHoldsUpNobody() throws Exception {
        try (Socket slow = connect()) {
            write(slow, "POST /v1/events HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\na");

            assertThat(send(request("/health")).statusCode()).isEqualTo(200);
            write(slow, "b");

            assertThat(statusLine(slow)).contains(" 200 ");
        }
    }

    @Test
    void servesTwoRequestsOnOneConnection() throws Exception {
        try (Socket socket = connect()) {
            String get = "GET /health HTTP/1.1\r\nHost: h\r\n\r\n";
            write(socket, get);
            assertThat(statusLine(socket)).contains(" 200 ");
            skipToEndOf(socket, "done");
            write(socket, get);

            assertThat(statusLine(socket)).contains(" 200 ");
        }
    }

    @Test
    void takesABurstOfConnections() throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            calls.add(() -> {
                try (Socket socket = connect()) {
                    write(socket, "GET /health HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
                    return statusLine(socket).contains(" 200 ") ? 1 : 0;
                }
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int served = 0;
            for (Future<Integer> one : threads.invokeAll(calls)) {
                served += one.get();
            }
            assertThat(served).isEqualTo(300);
        }
    }

    @Test
    void aPortInUseIsNamedWithTheWayOut() {
        assertThatThrownBy(() -> HttpApi.start(api.port(), ROUTES, this::invoke, null))
                .isInstanceOf(PortInUse.class)
                .hasMessage("port " + api.port() + " is in use; choose another with --port");
    }

    @Test
    void closingLetsARunningRequestEnd() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        HttpApi busy = HttpApi.start(
                0,
                ROUTES,
                (_, _) -> {
                    running.countDown();
                    goOn.await();
                    return new Invocation.Answered("{}".getBytes(StandardCharsets.UTF_8));
                },
                null);
        URI uri = URI.create("http://127.0.0.1:" + busy.port() + "/health");
        var response = client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        running.await();

        Thread closing = Thread.startVirtualThread(busy::close);
        goOn.countDown();

        assertThat(response.get().statusCode()).isEqualTo(200);
        closing.join();
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        for (var device : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (var address : Collections.list(device.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, api.port()).close())
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(byte[] body, String type) throws IOException, InterruptedException {
        return send(request("/v1/events").header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), api.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String statusLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\n';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static void skipToEndOf(Socket socket, String body) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf("\r\n\r\n" + body) < 0) {
            int c = socket.getInputStream().read();
            assertThat(c).isNotNegative();
            seen.append((char) c);
        }
    }

    /// A request whose request line and headers have this many bytes without the final empty line.
    private static String head(int size) {
        String start = "GET /health HTTP/1.1\r\nHost: h\r\nX-Fill: ";
        return start + "x".repeat(size - start.length() - 2) + "\r\n\r\n";
    }

    private void assertThatBodyIsBase64Of(byte[] bytes) {
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(Base64.getDecoder().decode(event.path("body").asText())).isEqualTo(bytes);
    }

    private static void assertThatIsProblem(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("detail").asText()).isNotEmpty();
    }
}

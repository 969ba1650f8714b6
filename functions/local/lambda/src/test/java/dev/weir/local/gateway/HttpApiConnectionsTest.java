package dev.weir.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.local.lambda.Invocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpApiConnectionsTest {

    private Front front;

    @BeforeEach
    void open() throws IOException {
        front = new Front();
    }

    @AfterEach
    void close() {
        front.close();
    }

    @Test
    void aBodyOfTenMegabytesPassesAndOneByteMoreIsA413() throws Exception {
        int limit = 10 * 1024 * 1024;

        assertThat(front.post(new byte[limit], "text/plain").statusCode()).isEqualTo(200);
        Front.assertThatIsProblem(front.post(new byte[limit + 1], "text/plain"), 413);
        assertThat(front.invoked).hasValue(1);
    }

    @Test
    void anElevenMegabyteBodyIsA413WhetherAnnouncedOrNot() throws Exception {
        byte[] body = new byte[11 * 1024 * 1024];
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));

        Front.assertThatIsProblem(front.post(body, "application/json"), 413);
        Front.assertThatIsProblem(front.send(front.request("/v1/events").POST(chunked)), 413);
        assertThat(front.send(front.request("/health")).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnAnnouncedBodyBeforeItIsSent() throws Exception {
        try (Socket socket = front.connect()) {
            Front.write(socket, "POST /v1/events HTTP/1.1\r\nHost: h\r\nContent-Length: 999999999999\r\n\r\n");

            assertThat(Front.statusLine(socket)).contains(" 413 ");
        }
    }

    @Test
    void requestLineAndHeadersBeyond10240BytesAreA431() throws Exception {
        try (Socket fitting = front.connect();
                Socket beyond = front.connect()) {
            Front.write(fitting, Front.head(10_240));
            Front.write(beyond, Front.head(10_241));

            assertThat(Front.statusLine(fitting)).contains(" 200 ");
            assertThat(Front.statusLine(beyond)).contains(" 431 ");
        }
    }

    @Test
    void aClientThatHangsUpHalfwayDisturbsNobody() throws Exception {
        for (String part : List.of(
                "POST /v1/ev", "POST /v1/events HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nabc", "\r\n\r\n")) {
            try (Socket socket = front.connect()) {
                Front.write(socket, part);
            }
        }

        assertThat(front.send(front.request("/health")).statusCode()).isEqualTo(200);
        assertThat(front.invoked).hasValue(1);
    }

    @Test
    void aSlowClientHoldsUpNobody() throws Exception {
        try (Socket slow = front.connect()) {
            Front.write(slow, "POST /v1/events HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\na");

            assertThat(front.send(front.request("/health")).statusCode()).isEqualTo(200);
            Front.write(slow, "b");

            assertThat(Front.statusLine(slow)).contains(" 200 ");
        }
    }

    @Test
    void servesTwoRequestsOnOneConnection() throws Exception {
        try (Socket socket = front.connect()) {
            String get = "GET /health HTTP/1.1\r\nHost: h\r\n\r\n";
            Front.write(socket, get);
            assertThat(Front.statusLine(socket)).contains(" 200 ");
            Front.skipToEndOf(socket, "done");
            Front.write(socket, get);

            assertThat(Front.statusLine(socket)).contains(" 200 ");
        }
    }

    @Test
    void takesABurstOfConnections() throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            calls.add(() -> {
                try (Socket socket = front.connect()) {
                    Front.write(socket, "GET /health HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
                    return Front.statusLine(socket).contains(" 200 ") ? 1 : 0;
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
        assertThatThrownBy(() ->
                        HttpApi.start(front.port(), Front.ROUTES, (_, _) -> new Invocation.Failed("none", ""), null))
                .isInstanceOf(PortInUse.class)
                .hasMessage("port " + front.port() + " is in use; choose another with --port");
    }

    @Test
    void closingLetsARunningRequestEnd() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        HttpApi busy = HttpApi.start(
                0,
                Front.ROUTES,
                (_, _) -> {
                    running.countDown();
                    goOn.await();
                    return new Invocation.Answered("{}".getBytes(StandardCharsets.UTF_8));
                },
                null);
        URI uri = URI.create("http://127.0.0.1:" + busy.port() + "/health");
        var response = front.client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
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
                    assertThatThrownBy(() -> new Socket(address, front.port()).close())
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }
}

package dev.weir.local.emulators;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/// The only address that services listen on: nobody else on the network reaches them.
public final class Loopback {
    private Loopback() {}

    /// A server that answers without delay: left to itself, the JDK's sends head and body apart, and the second waits
    /// 40 ms for the acknowledgement of the first. The setting is read once, when the process makes its first server.
    public static HttpServer httpServer(int port) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        return HttpServer.create(address(port), 0);
    }

    public static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    public static URI endpoint(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}

package dev.weir.local.emulators;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/// The only address that services listen on: nobody else on the network reaches them.
public final class Loopback {
    private Loopback() {}

    public static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    public static URI endpoint(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}

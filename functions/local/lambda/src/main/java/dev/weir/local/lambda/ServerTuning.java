package dev.weir.local.lambda;

/// The settings of the JDK's HTTP server that only system properties reach.
///
/// They are read once, when the first server of the JVM is made, so whoever makes that one calls
/// this before.
public final class ServerTuning {

    private ServerTuning() {}

    /// Sets each property that is not set already.
    public static void apply() {
        // Without it, Nagle's algorithm adds 40 ms to each answer that is written in two pieces.
        prefer("sun.net.httpserver.nodelay", "true");
        // Beyond this many, a burst's kept-alive connections are closed as soon as they are idle.
        prefer("sun.net.httpserver.maxIdleConnections", "5000");
        prefer("sun.net.httpserver.idleInterval", "60");
    }

    private static void prefer(String property, String value) {
        System.getProperties().putIfAbsent(property, value);
    }
}

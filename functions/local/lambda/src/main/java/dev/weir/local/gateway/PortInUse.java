package dev.weir.local.gateway;

import java.io.IOException;

/// Another program listens on the port; the message says what to do about it.
public final class PortInUse extends IOException {

    private static final long serialVersionUID = 1;

    PortInUse(int port) {
        super("port " + port + " is in use; choose another with --port");
    }
}

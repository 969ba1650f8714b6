package dev.weir.local.emulators;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;

/// Whether a service answers on this machine's address in the network.
public final class Neighbours {
    private Neighbours() {}

    public static Optional<InetAddress> addressInTheNetwork() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
    }

    public static boolean canReach(InetAddress address, URI endpoint) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, endpoint.getPort()), 2_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}

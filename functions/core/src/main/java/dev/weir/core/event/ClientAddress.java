package dev.weir.core.event;

import java.net.Inet4Address;
import java.net.InetAddress;

/// The network address that a request came from, as long as it is needed. Never printed, never stored whole.
public final class ClientAddress {

    private final InetAddress address;

    private ClientAddress(InetAddress address) {
        this.address = address;
    }

    /// The address of a literal, IPv4-mapped IPv6 addresses as the IPv4 address that they are.
    ///
    /// @throws IllegalArgumentException if the text is no address literal; host names are never looked up
    public static ClientAddress of(String literal) {
        return new ClientAddress(InetAddress.ofLiteral(literal));
    }

    public boolean isIpv4() {
        return address instanceof Inet4Address;
    }

    /// Network byte order: 4 or 16 bytes.
    public byte[] bytes() {
        return address.getAddress();
    }

    @Override
    public String toString() {
        return "ClientAddress[redacted]";
    }
}

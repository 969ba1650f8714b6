package dev.weir.core.enrich;

import dev.weir.core.event.ClientAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// The network that an address is in, coarse enough not to point at a household: the first 24 bits of an IPv4 address,
/// the first 48 of an IPv6 one.
final class NetworkPrefix {

    private static final int IPV4_BITS = 24;
    private static final int IPV6_BITS = 48;

    private NetworkPrefix() {}

    /// In CIDR notation, such as `203.0.113.0/24`.
    static String of(ClientAddress address) {
        byte[] bytes = address.bytes();
        int bits = address.isIpv4() ? IPV4_BITS : IPV6_BITS;
        for (int i = bits / Byte.SIZE; i < bytes.length; i++) {
            bytes[i] = 0;
        }
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + bits;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}

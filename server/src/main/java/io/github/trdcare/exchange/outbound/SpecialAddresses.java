package io.github.trdcare.exchange.outbound;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Addresses that no host of the public internet has (the special-purpose registries of RFC 6890). */
final class SpecialAddresses {
    /** A host inside the house may well have one of these. */
    private static final List<Block> INTERNAL = blocks(
            "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "::1/128", "fc00::/7");

    /** No partner has one of these: link-local ones lead to the metadata of a cloud, embedded ones hide another address. */
    private static final List<Block> NEVER = blocks(
            "0.0.0.0/8",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/96",
            "::ffff:0:0:0/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
            "5f00::/16",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    private SpecialAddresses() {}

    static boolean isInternal(InetAddress address) {
        return INTERNAL.stream().anyMatch(block -> block.holds(address));
    }

    static boolean isNever(InetAddress address) {
        return !isInternal(address) && NEVER.stream().anyMatch(block -> block.holds(address));
    }

    private static List<Block> blocks(String... blocks) {
        return List.of(blocks).stream().map(Block::of).toList();
    }

    /** The addresses whose first bits are those of the start. */
    private record Block(byte[] start, int bits) {

        static Block of(String text) {
            String[] parts = text.split("/");
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException impossible) {
                throw new IllegalArgumentException(text, impossible);
            }
        }

        boolean holds(InetAddress address) {
            byte[] other = address.getAddress();
            int rest = 8 * start.length - bits;
            return other.length == start.length
                    && new BigInteger(1, other).shiftRight(rest).equals(new BigInteger(1, start).shiftRight(rest));
        }
    }
}

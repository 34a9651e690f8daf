package dev.newsmill.ingest;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A block of addresses.
 *
 * @param text as it is written, {@code 10.0.0.0/8}
 * @param bits how many leading bits of {@code network} count
 * @param use what it is for
 */
record Cidr(String text, byte[] network, int bits, String use) {

    /** Reads {@code 10.0.0.0/8 private use}. */
    static Cidr parse(String line) {
        String[] parts = line.split(" ", 2);
        int slash = parts[0].indexOf('/');
        try {
            byte[] network = InetAddress.getByName(parts[0].substring(0, slash)).getAddress();
            return new Cidr(parts[0], network, Integer.parseInt(parts[0].substring(slash + 1)), parts[1]);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a block of addresses: '" + line + "'", e);
        }
    }

    boolean holds(byte[] address) {
        if (address.length != network.length) return false;
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((address[bit / 8] ^ network[bit / 8]) & mask) != 0) return false;
        }
        return true;
    }
}

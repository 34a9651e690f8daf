package dev.newsmill.ingest;

import java.net.InetSocketAddress;

/** Decides, for each socket, whether it may connect. Thread-safe. */
@FunctionalInterface
interface AddressGuard {

    /** @throws RefusedException if it may not */
    void check(InetSocketAddress address) throws RefusedException;

    /** Lets everything through. */
    static AddressGuard none() {
        return address -> {};
    }

    /** Lets public addresses through. */
    static AddressGuard publicOnly() {
        SpecialAddresses special = SpecialAddresses.load();
        return address -> {
            Cidr block = special.block(address.getAddress());
            if (block == null) return;
            String which = address.getAddress().getHostAddress() + " is in " + block.text() + " (" + block.use() + ")";
            throw RefusedException.address(which);
        };
    }
}

package dev.newsmill.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The addresses that are not on the public internet: private, loopback, link-local, multicast, metadata services. */
final class SpecialAddresses {
    private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96 an IPv4 address, translated");

    private final List<Cidr> blocks;

    private SpecialAddresses(List<Cidr> blocks) {
        this.blocks = blocks;
    }

    static SpecialAddresses load() {
        try (InputStream in = Objects.requireNonNull(
                        SpecialAddresses.class.getResourceAsStream("special-addresses.txt"), "special-addresses.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new SpecialAddresses(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Cidr::parse)
                    .sorted(Comparator.comparingInt(Cidr::bits).reversed())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The smallest special block that holds {@code address}; null where it is a public one. */
    @Nullable
    Cidr block(InetAddress address) {
        byte[] bytes = address.getAddress();
        byte[] judged = NAT64.holds(bytes) ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
        return blocks.stream().filter(block -> block.holds(judged)).findFirst().orElse(null);
    }
}

package dev.newsmill.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SpecialAddressesTest {
    private final SpecialAddresses special = SpecialAddresses.load();

    @ParameterizedTest
    @CsvFileSource(resources = "addresses.csv", numLinesToSkip = 1)
    void findsTheSmallestBlock(String address, @Nullable String block) throws UnknownHostException {
        Cidr found = special.block(InetAddress.getByName(address));
        assertThat(found == null ? null : found.text()).isEqualTo(block);
    }

    @Test
    void theGuardNamesTheAddressAndItsBlock() throws UnknownHostException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("10.1.2.3"), 80);
        assertThatThrownBy(() -> AddressGuard.publicOnly().check(address))
                .hasMessage("10.1.2.3 is in 10.0.0.0/8 (private use)");
    }
}

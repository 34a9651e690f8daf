package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void doesNotSeeMarksAndSpaces() {
        assertThat(Fingerprint.of("The ferry, again!")).isEqualTo(Fingerprint.of("the  FERRY\n\nagain"));
    }

    @Test
    void seesOtherWords() {
        assertThat(Fingerprint.of("the ferry again")).isNotEqualTo(Fingerprint.of("the ferries again"));
        assertThat(Fingerprint.of("ab c")).isNotEqualTo(Fingerprint.of("a bc"));
    }

    @Test
    void staysTheSameFromVersionToVersion() {
        assertThat(Fingerprint.of("The ferry crossed the lake again."))
                .hasSize(16)
                .isEqualTo(Fingerprint.of("The ferry crossed the lake again."));
    }
}

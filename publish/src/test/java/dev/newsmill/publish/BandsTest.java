package dev.newsmill.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class BandsTest {
    @Test
    void areFortyTwoThatDiffer() {
        assertThat(Bands.of(Signatures.near(1, 0))).hasSize(42).doesNotHaveDuplicates();
    }

    @Test
    void sayTheirPlaceSoThatTheSameBytesElsewhereAreAnotherBand() {
        String even = "01" + "abcdef".repeat(42) + "abab";
        assertThat(Bands.of(even)).hasSize(42).doesNotHaveDuplicates();
    }

    @Test
    void changeOnlyWhereTheSignatureDoes() {
        List<Integer> changed = Bands.of(Signatures.near(1, 3));
        assertThat(changed.subList(1, 42))
                .isEqualTo(Bands.of(Signatures.near(1, 0)).subList(1, 42));
        assertThat(changed.get(0)).isNotEqualTo(Bands.of(Signatures.near(1, 0)).get(0));
    }

    @Test
    void ofUnrelatedTextsHardlyEverMeet() {
        Set<Integer> seen = new HashSet<>();
        int met = 0;
        Random seeds = new Random(7);
        for (int i = 0; i < 500; i++) {
            for (int band : Bands.of(Signatures.near(seeds.nextLong(), 0))) if (!seen.add(band)) met++;
        }
        assertThat(met).isLessThan(10);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"01", "zz", "01AB"})
    void areNoneForWhatIsNoSignature(String text) {
        assertThat(Bands.of(text == null ? "" : text)).isEmpty();
    }
}

package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OffsetSetTest {
    @Test
    void anOffsetIsAddedOnce() {
        OffsetSet set = new OffsetSet();
        assertThat(set.add(0, 7)).isTrue();
        assertThat(set.add(0, 7)).isFalse();
        assertThat(set.add(1, 7)).isTrue();
        assertThat(set.size()).isEqualTo(2);
    }

    @Test
    void offsetsFarApartCostLittle() {
        OffsetSet set = new OffsetSet();
        for (int i = 0; i < 1000; i++) set.add(0, i * 9_000_000_000_000_000L);
        assertThat(set.size()).isEqualTo(1000);
        assertThat(set.contains(0, 9_000_000_000_000_000L)).isTrue();
        assertThat(set.contains(0, 9_000_000_000_000_001L)).isFalse();
    }

    @Test
    void itDoesWhatASetDoes() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            OffsetSet some = new OffsetSet();
            OffsetSet others = new OffsetSet();
            Set<Long> expected = new TreeSet<>();
            List<Long> inOthers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                long offset = (long) random.nextInt(4) << random.nextInt(40);
                assertThat(some.add(3, offset)).isEqualTo(expected.add(offset));
                long other = (long) random.nextInt(4) << random.nextInt(40);
                others.add(3, other);
                inOthers.add(other);
            }
            expected.removeAll(inOthers);
            List<Long> missing = new ArrayList<>();
            some.forEachMissingIn(others, (partition, offset) -> missing.add(offset));
            assertThat(missing).containsExactlyElementsOf(expected);
        }
    }
}

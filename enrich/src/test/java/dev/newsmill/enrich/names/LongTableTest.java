package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongTableTest {
    @Test
    void holdsNothingAtFirst() {
        assertThat(new LongTable(0).get(42)).isZero();
    }

    @Test
    void keepsTheLastNumberOfAKey() {
        LongTable table = new LongTable(2);
        table.put(7, 1);
        table.put(7, 5);
        table.put(-7, 3);
        assertThat(table.get(7)).isEqualTo(5);
        assertThat(table.get(-7)).isEqualTo(3);
    }

    @Test
    void addsUpAndCollectsBits() {
        LongTable table = new LongTable(2);
        table.add(1, 2);
        table.add(1, 3);
        table.or(2, 1);
        table.or(2, 4);
        assertThat(table.get(1)).isEqualTo(5);
        assertThat(table.get(2)).isEqualTo(5);
    }

    @Test
    void tellsKeysApartThatFallIntoTheSamePlace() {
        LongTable table = new LongTable(64);
        for (int i = 1; i <= 64; i++) table.put((long) i << 40, i);
        for (int i = 1; i <= 64; i++) assertThat(table.get((long) i << 40)).isEqualTo(i);
        assertThat(table.get(65L << 40)).isZero();
    }

    @Test
    void agreesWithAMap() {
        Random random = new Random(3);
        LongTable table = new LongTable(1000);
        Map<Long, Integer> map = new HashMap<>();
        for (int i = 0; i < 1000; i++) {
            long key = random.nextLong(1, 500);
            int value = random.nextInt(1, 1000);
            table.put(key, value);
            map.put(key, value);
        }
        map.forEach((key, value) -> assertThat(table.get(key)).isEqualTo(value));
    }
}

package dev.newsmill.bench.clean;

import dev.newsmill.clean.Cleaner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures how the cleaner's time per byte is spread over all pages of all sets: {@code CleanSpread GOLD [ROUNDS]}. A page
 * counts with the least CPU time that it took in any round; pages are read one after the other, as a stage does.
 */
public final class CleanSpread {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private final Cleaner cleaner = new Cleaner();
    private final List<String> names = new ArrayList<>();
    private final List<byte[]> pages = new ArrayList<>();
    private final long[] least;

    private CleanSpread(Path dir) throws IOException {
        for (Path file : GoldPage.files(dir)) {
            names.add(dir.relativize(file).toString());
            pages.add(GoldPage.bytes(file));
        }
        least = new long[pages.size()];
        Arrays.fill(least, Long.MAX_VALUE);
    }

    public static void main(String[] args) throws IOException {
        CleanSpread spread = new CleanSpread(Path.of(args[0]));
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 8;
        for (int round = 0; round < rounds; round++) spread.round();
        spread.print();
    }

    private void round() {
        for (int page = 0; page < pages.size(); page++) {
            long start = THREAD.getCurrentThreadCpuTime();
            Peer.newsmill(cleaner, "https://site.example/" + page, pages.get(page));
            least[page] = Math.min(least[page], THREAD.getCurrentThreadCpuTime() - start);
        }
    }

    private void print() {
        Integer[] order = new Integer[pages.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(perByte(a), perByte(b)));
        double median = perByte(order[order.length / 2]);
        System.out.printf(
                Locale.ROOT,
                "%d pages, %.2f ms a page, median %.1f ns a byte%n",
                order.length,
                Arrays.stream(least).sum() * 1e-6 / order.length,
                median);
        for (double percent : new double[] {90, 99, 99.9, 100}) {
            int page = order[(int) Math.min(order.length - 1, order.length * percent / 100)];
            System.out.printf(
                    Locale.ROOT,
                    "%.1f %% of the pages within %.1f times the median (%s, %,d bytes)%n",
                    percent,
                    perByte(page) / median,
                    names.get(page),
                    pages.get(page).length);
        }
    }

    private double perByte(int page) {
        return (double) least[page] / pages.get(page).length;
    }
}

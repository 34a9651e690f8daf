package dev.newsmill.bench.clean;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Measures the cleaner beside jsoup's bare parse and other extractors, in one run, on the same pages in memory, on one
 * thread: {@code CleanSpeed GOLD [PAGES [ROUNDS]]}. Prints CPU time and allocation a page, what they are to the bare
 * parse, and how the cleaner's time per byte is spread over the pages. The first half of the rounds warms up.
 */
public final class CleanSpeed {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<String, Peer> peers = Peer.all();
    private final List<byte[]> pages = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final long[] nanos = new long[peers.size()];
    private final long[] allocated = new long[peers.size()];
    private final int[] failed = new int[peers.size()];
    /** Of this cleaner, the least time that a page took. */
    private long[] least = {};

    public static void main(String[] args) throws IOException {
        int most = args.length > 1 ? Integer.parseInt(args[1]) : 300;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 20;
        CleanSpeed speed = new CleanSpeed();
        speed.load(Path.of(args[0]), most);
        for (int round = 0; round < rounds; round++) speed.round(round, round >= rounds / 2);
        speed.print(rounds - rounds / 2);
        speed.printSpread();
    }

    private void load(Path dir, int most) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(dir)) {
            files = new ArrayList<>(walk.filter(file -> file.toString().endsWith(".html.gz"))
                    .sorted()
                    .toList());
        }
        Collections.shuffle(files, new Random(1));
        for (Path file : files.subList(0, Math.min(most, files.size()))) {
            pages.add(GoldPage.bytes(file));
            names.add(dir.relativize(file).toString());
            texts.add(Peer.decoded(pages.get(pages.size() - 1)));
        }
        least = new long[pages.size()];
        Arrays.fill(least, Long.MAX_VALUE);
    }

    /** Each page is read by all in turn, each time by another one first, so that a noisy moment hits all. */
    private void round(int round, boolean counts) {
        List<Peer> all = List.copyOf(peers.values());
        for (int page = 0; page < pages.size(); page++) {
            for (int turn = 0; turn < all.size(); turn++) {
                int who = (turn + page + round) % all.size();
                measure(all.get(who), who, page, counts);
            }
        }
    }

    private void measure(Peer peer, int who, int page, boolean counts) {
        long before = THREAD.getCurrentThreadAllocatedBytes();
        long start = THREAD.getCurrentThreadCpuTime();
        boolean ok = reads(peer, page);
        long took = THREAD.getCurrentThreadCpuTime() - start;
        if (who == 1) least[page] = Math.min(least[page], took);
        if (!counts) return;
        nanos[who] += took;
        allocated[who] += THREAD.getCurrentThreadAllocatedBytes() - before;
        if (!ok) failed[who]++;
    }

    /** Some extractors fail on some pages; that is counted, and their time too. */
    private boolean reads(Peer peer, int page) {
        try {
            return peer.read("https://site.example/" + page, pages.get(page), texts.get(page)) >= 0;
        } catch (Exception e) {
            return false;
        }
    }

    private void print(int rounds) {
        long bytes = pages.stream().mapToLong(page -> page.length).sum();
        System.out.printf("%d pages of %,d bytes, %d rounds%n", pages.size(), bytes / pages.size(), rounds);
        System.out.println("| | pages a CPU second | ms a page | to the bare parse | KB allocated a page | failed |");
        System.out.println("|---|---|---|---|---|---|");
        int who = 0;
        double reads = (double) rounds * pages.size();
        for (String name : peers.keySet()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.2f | %.2f | %.0f | %.0f |%n",
                    name,
                    reads * 1e9 / nanos[who],
                    nanos[who] / reads * 1e-6,
                    (double) nanos[who] / nanos[0],
                    allocated[who] / reads / 1024,
                    (double) failed[who] / rounds);
            who++;
        }
    }

    private void printSpread() {
        Integer[] order = new Integer[pages.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(perByte(a), perByte(b)));
        double median = perByte(order[order.length / 2]);
        System.out.printf(Locale.ROOT, "ns a byte: median %.1f", median);
        for (int percent : new int[] {90, 99, 100}) {
            int page = order[Math.min(order.length - 1, order.length * percent / 100)];
            System.out.printf(
                    Locale.ROOT,
                    ", %d %% of pages within %.1f times the median (%s, %,d bytes)",
                    percent,
                    perByte(page) / median,
                    names.get(page),
                    pages.get(page).length);
        }
        System.out.println();
    }

    private double perByte(int page) {
        return (double) least[page] / pages.get(page).length;
    }
}

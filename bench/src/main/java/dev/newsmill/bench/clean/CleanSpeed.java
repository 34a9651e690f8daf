package dev.newsmill.bench.clean;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Measures the cleaner beside jsoup's bare parse and other extractors, in one run, on the same pages in memory, on one
 * thread: {@code CleanSpeed GOLD [PAGES [ROUNDS]]}. Prints CPU time and allocation a page, and what they are to the bare
 * parse. The first half of the rounds warms up.
 */
public final class CleanSpeed {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<String, Peer> peers = Peer.all();
    private final List<byte[]> pages = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final long[] nanos = new long[peers.size()];
    private final long[] allocated = new long[peers.size()];
    private final int[] failed = new int[peers.size()];

    public static void main(String[] args) throws IOException {
        int most = args.length > 1 ? Integer.parseInt(args[1]) : 300;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 20;
        CleanSpeed speed = new CleanSpeed();
        speed.load(Path.of(args[0]), most);
        for (int round = 0; round < rounds; round++) speed.round(round, round >= rounds / 2);
        speed.print(rounds - rounds / 2);
    }

    private void load(Path dir, int most) throws IOException {
        List<Path> files = GoldPage.files(dir);
        Collections.shuffle(files, new Random(1));
        for (Path file : files.subList(0, Math.min(most, files.size()))) {
            pages.add(GoldPage.bytes(file));
            texts.add(Peer.decoded(pages.get(pages.size() - 1)));
        }
    }

    /** Each reads one page after the other, as in its work; each time another one comes first. */
    private void round(int round, boolean counts) {
        List<Peer> all = List.copyOf(peers.values());
        for (int turn = 0; turn < all.size(); turn++) {
            int who = (turn + round) % all.size();
            for (int page = 0; page < pages.size(); page++) measure(all.get(who), who, page, counts);
        }
    }

    private void measure(Peer peer, int who, int page, boolean counts) {
        long before = THREAD.getCurrentThreadAllocatedBytes();
        long start = THREAD.getCurrentThreadCpuTime();
        boolean ok = reads(peer, page);
        long took = THREAD.getCurrentThreadCpuTime() - start;
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
}

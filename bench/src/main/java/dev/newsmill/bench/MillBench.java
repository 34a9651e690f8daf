package dev.newsmill.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.newsmill.app.broker.EmbeddedBroker;
import dev.newsmill.app.mill.Drain;
import dev.newsmill.app.mill.Hosted;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.message.Page;
import dev.newsmill.runtime.DeliveryMode;
import dev.newsmill.runtime.KafkaSettings;
import dev.newsmill.runtime.Ledger;
import dev.newsmill.runtime.LoopOptions;
import dev.newsmill.runtime.PageFeed;
import dev.newsmill.runtime.TopicPlan;
import dev.newsmill.runtime.TopicSpan;
import dev.newsmill.runtime.Topics;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.Offer;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.StageProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.admin.Admin;

/**
 * Runs the whole mill, embedded, on the pages of a folder, and prints what it measures.
 *
 * <pre>
 * MillBench throughput FOLDER [ROUNDS]   all four stages, exactly once, and the same at least once without receipts
 * MillBench latency PAGE [COUNT]         one page at a time through an idle mill, from the feed to published
 * </pre>
 */
public final class MillBench {
    private static final Topics TOPICS = Topics.DEFAULT;
    private static final int PARTITIONS = 4;
    private static final int WARM_UPS = 2;

    private MillBench() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "throughput" -> throughput(pages(Path.of(args[1])), args.length > 2 ? Integer.parseInt(args[2]) : 3);
            case "latency" -> latency(Path.of(args[1]), args.length > 2 ? Integer.parseInt(args[2]) : 500);
            default -> throw new IllegalArgumentException("throughput or latency, not " + args[0]);
        }
        Runtime.getRuntime().exit(0);
    }

    private static void throughput(List<Path> pages, int rounds) throws Exception {
        long bytes = 0;
        for (Path page : pages) bytes += body(page).length;
        System.out.printf("%d pages, %.0f kB each%n", pages.size(), bytes / 1e3 / pages.size());
        List<double[]> once = new ArrayList<>();
        List<double[]> floor = new ArrayList<>();
        for (int round = -WARM_UPS; round < rounds + rounds % 2; round++) {
            String name = round < 0 ? "warm-up" : "round " + (round + 1);
            boolean first = round % 2 == 0;
            double[] before = first ? run(name, pages, DeliveryMode.EXACTLY_ONCE, true) : new double[0];
            double[] without = run(name, pages, DeliveryMode.AT_LEAST_ONCE, false);
            double[] with = first ? before : run(name, pages, DeliveryMode.EXACTLY_ONCE, true);
            if (round < 0) continue;
            once.add(with);
            floor.add(without);
        }
        System.out.printf(
                "%d rounds: exactly once with receipts %.1f pages/s, cpu %.1f s; without %.1f pages/s, cpu %.1f s:"
                        + " ledger and transactions cost %.1f %% in time, %.1f %% in cpu%n",
                once.size(),
                pages.size() / mean(once, 0),
                mean(once, 1),
                pages.size() / mean(floor, 0),
                mean(floor, 1),
                100 * (mean(once, 0) / mean(floor, 0) - 1),
                100 * (mean(once, 1) / mean(floor, 1) - 1));
    }

    /**
     * The geometric mean. The rounds are even in number and each kind of run comes first in every other one, so that what
     * the first run of a round pays for the second cancels out.
     */
    private static double mean(List<double[]> runs, int of) {
        return Math.exp(
                runs.stream().mapToDouble(run -> Math.log(run[of])).average().orElseThrow());
    }

    /** @return seconds, and seconds of CPU */
    private static double[] run(String name, List<Path> pages, DeliveryMode mode, boolean receipts) throws Exception {
        Path folder = Files.createTempDirectory("mill-bench");
        double seconds;
        double cpuSeconds;
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"))) {
            KafkaSettings kafka = KafkaSettings.of(broker.bootstrap());
            try (Admin admin = kafka.admin()) {
                makeTopics(admin);
                TopicSpan before = TopicSpan.all(admin, TOPICS.ledger());
                feed(kafka, pages);
                long cpu = cpuNanos();
                long began = System.nanoTime();
                List<Hosted> stages = start(kafka, folder, mode, receipts);
                new Drain(admin, TOPICS, Stages.links(TOPICS)).await(() -> {});
                seconds = (System.nanoTime() - began) / 1e9;
                cpuSeconds = (cpuNanos() - cpu) / 1e9;
                stages.forEach(Hosted::close);
                System.out.printf(
                        "%-8s %-14s %-9s %6.1f pages/s  %5.1f s  cpu %5.1f s%s%n",
                        name,
                        mode,
                        receipts ? "receipts" : "none",
                        pages.size() / seconds,
                        seconds,
                        cpuSeconds,
                        receipts ? "  worked " + worked(kafka, admin, before) : "");
            }
        }
        delete(folder);
        return new double[] {seconds, cpuSeconds};
    }

    private static void latency(Path file, int count) throws Exception {
        Path folder = Files.createTempDirectory("mill-bench");
        byte[] body = body(file);
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"))) {
            KafkaSettings kafka = KafkaSettings.of(broker.bootstrap());
            try (Admin admin = kafka.admin();
                    PageFeed feed = new PageFeed(kafka, TOPICS, Clock.systemUTC())) {
                makeTopics(admin);
                List<Hosted> stages = start(kafka, folder, DeliveryMode.EXACTLY_ONCE, true);
                try (Arrivals arrivals = new Arrivals(kafka, TopicSpan.all(admin, TOPICS.published()))) {
                    latencies("warm-up", body, count / 2, feed, arrivals);
                    latencies("feed to published, idle", body, count, feed, arrivals);
                }
                stages.forEach(Hosted::close);
            }
        }
        delete(folder);
    }

    /** Sends one page after the other through, and prints how long each took. */
    static void latencies(String name, byte[] body, int count, PageFeed feed, Arrivals arrivals)
            throws InterruptedException {
        double[] millis = new double[count];
        for (int i = 0; i < count; i++) {
            String url = "https://bench.example/" + name.hashCode() + "/" + i;
            Page page = Page.of(url, body, Instant.now(), Map.of("content-type", "text/html"));
            long began = System.nanoTime();
            feed.feed(
                    List.of(new Offer(url, new Answer.Of<>(Outcome.emit(page)))).iterator(), r -> {});
            millis[i] = (arrivals.await(url) - began) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "%s, %d pages of %d bytes: p50 %.1f ms  p90 %.1f  p99 %.1f  max %.1f%n",
                name,
                count,
                body.length,
                millis[count / 2],
                millis[count * 9 / 10],
                millis[count * 99 / 100],
                millis[count - 1]);
    }

    static void makeTopics(Admin admin) {
        List<String> stages = new ArrayList<>(List.of(PageFeed.STAGE));
        stages.addAll(Stages.names());
        new TopicPlan(TOPICS, PARTITIONS, (short) 1).apply(admin, stages);
    }

    static List<Hosted> start(KafkaSettings kafka, Path folder, DeliveryMode mode, boolean receipts) {
        List<Hosted> stages = new ArrayList<>();
        for (StageProvider<?, ?> provider : Stages.chain()) {
            LoopOptions options = LoopOptions.of("bench", folder.resolve("state"))
                    .withMaxPollRecords(provider.name().equals("clean") ? 50 : 300)
                    .withDelivery(mode, receipts);
            stages.add(Hosted.start(
                    provider,
                    kafka,
                    TOPICS,
                    Map.of("archive", folder.resolve("newsmill.db").toString()),
                    options));
        }
        return stages;
    }

    private static void feed(KafkaSettings kafka, List<Path> pages) throws InterruptedException {
        try (PageFeed feed = new PageFeed(kafka, TOPICS, Clock.systemUTC())) {
            feed.feed(pages.stream().map(MillBench::offer).iterator(), receipt -> {});
        }
    }

    private static Offer offer(Path file) {
        try {
            Page page = Page.of(
                    "https://bench.example/" + file.getFileName(),
                    body(file),
                    Files.getLastModifiedTime(file).toInstant(),
                    Map.of("content-type", "text/html"));
            return new Offer(file.toString(), new Answer.Of<>(Outcome.emit(page)));
        } catch (IOException e) {
            return new Offer(file.toString(), new Answer.Failed<>(e));
        }
    }

    private static String worked(KafkaSettings kafka, Admin admin, TopicSpan before) {
        Map<String, Double> sums = new TreeMap<>();
        Ledger ledger = new Ledger(kafka, TOPICS, admin);
        ledger.read(
                ledger.all().after(before),
                r -> sums.merge(
                        r.stage() + (r.outcome() == dev.newsmill.message.Receipt.Result.dead ? " dead" : ""),
                        r.workedMillis() / 1e3,
                        Double::sum));
        StringBuilder text = new StringBuilder();
        sums.forEach((stage, sum) -> text.append(String.format("%s %.1f s  ", stage, sum)));
        return text.toString();
    }

    static List<Path> pages(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().matches(".*\\.html(\\.gz)?"))
                    .sorted()
                    .toList();
        }
    }

    static byte[] body(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return in.readAllBytes();
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(f -> f.toFile().delete());
        }
    }
}

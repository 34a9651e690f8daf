package dev.newsmill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.app.Main;
import dev.newsmill.app.broker.EmbeddedBroker;
import dev.newsmill.app.mill.Drain;
import dev.newsmill.app.mill.Hosted;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.clean.CleanStage;
import dev.newsmill.message.Article;
import dev.newsmill.message.Json;
import dev.newsmill.message.Page;
import dev.newsmill.runtime.DeliveryMode;
import dev.newsmill.runtime.KafkaSettings;
import dev.newsmill.runtime.LoopOptions;
import dev.newsmill.runtime.PageFeed;
import dev.newsmill.runtime.TopicSpan;
import dev.newsmill.runtime.Topics;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.Offer;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.Stage;
import dev.newsmill.stage.StageProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;

/**
 * What replays cost, on an embedded Kafka; the replays run in processes of their own.
 *
 * <pre>
 * ReplayBench same FOLDER [COUNT]     dry runs of the build that filled the archive, on 1, 2, 4 and 4 threads
 * ReplayBench latency PAGE [COUNT]    live pages one at a time, idle and while a replay publishes at its default rate
 * </pre>
 */
public final class ReplayBench {
    private static final Topics TOPICS = Topics.DEFAULT;
    private static final Instant FETCHED = Instant.parse("2026-03-04T05:06:07Z");
    /** For so long a replay at its default rate of 20 a second has work, in records. */
    private static final int TO_REPLAY = Integer.getInteger("replay.records", 2000);

    private final Path folder;
    private final KafkaSettings kafka;
    private final Admin admin;

    private ReplayBench(Path folder, KafkaSettings kafka, Admin admin) {
        this.folder = folder;
        this.kafka = kafka;
        this.admin = admin;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("replay-bench");
        int count = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"))) {
            KafkaSettings kafka = KafkaSettings.of(broker.bootstrap());
            try (Admin admin = kafka.admin()) {
                MillBench.makeTopics(admin);
                ReplayBench bench = new ReplayBench(folder, kafka, admin);
                switch (args[0]) {
                    case "same" -> bench.same(MillBench.pages(Path.of(args[1])), count == 0 ? 10_000 : count);
                    case "latency" -> bench.latency(Path.of(args[1]), count == 0 ? 500 : count);
                    default -> throw new IllegalArgumentException("same or latency, not " + args[0]);
                }
            }
        }
        MillBench.delete(folder);
        Runtime.getRuntime().exit(0);
    }

    private void same(List<Path> pages, int count) throws Exception {
        List<Hosted> stages = MillBench.start(kafka, folder, DeliveryMode.EXACTLY_ONCE, true);
        fill(IntStream.range(0, count)
                .mapToObj(n -> offer(n, pages.get(n % pages.size())))
                .iterator());
        stages.forEach(Hosted::close);
        for (String threads : List.of("1", "2", "4", "4")) {
            Path out = folder.resolve("verdicts.jsonl");
            Ended replay = newsmill("replay", "--json", "--threads", threads, "--out", out.toString());
            JsonNode report = Json.shared().readTree(replay.out);
            System.out.printf(
                    "%s threads: %,d selected, %,d differences, %,d stale, %,d failed; verdicts %s; %s%n",
                    threads,
                    report.path("selected").asLong(),
                    report.path("differences").asLong(),
                    report.path("stale").asLong(),
                    report.path("failed").asLong(),
                    hash(out),
                    replay);
        }
    }

    private void latency(Path file, int count) throws Exception {
        byte[] body = MillBench.body(file);
        List<Hosted> stages = MillBench.start(kafka, folder, DeliveryMode.EXACTLY_ONCE, true);
        Hosted clean = stages.remove(0);
        clean.close();
        try (Hosted old = hosted(new EarlierClean())) {
            fill(IntStream.range(0, TO_REPLAY).mapToObj(n -> offer(n, file)).iterator());
        }
        stages.add(hosted(new CleanStage()));
        try (PageFeed feed = new PageFeed(kafka, TOPICS, Clock.systemUTC());
                Arrivals arrivals = new Arrivals(kafka, TopicSpan.all(admin, TOPICS.published()))) {
            MillBench.latencies("warm-up", body, count, feed, arrivals);
            MillBench.latencies("idle", body, count, feed, arrivals);
            Thread replay = new Thread(this::publish, "replay");
            replay.start();
            arrivals.awaitFirst("https://replayed.example/");
            MillBench.latencies("while a replay publishes", body, count, feed, arrivals);
            System.out.println(replay.isAlive() ? "the replay is still at work" : "THE REPLAY ENDED BEFORE");
            MillBench.latencies("still", body, count, feed, arrivals);
            System.out.println(replay.isAlive() ? "the replay is still at work" : "THE REPLAY ENDED BEFORE");
            replay.join();
            MillBench.latencies("idle again", body, count, feed, arrivals);
        }
        stages.forEach(Hosted::close);
    }

    private void publish() {
        try {
            System.out.println(
                    newsmill("replay", "--host", "replayed.example", "--execute", "--confirm", "" + TO_REPLAY));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void fill(java.util.Iterator<Offer> offers) throws InterruptedException {
        long began = System.nanoTime();
        try (PageFeed feed = new PageFeed(kafka, TOPICS, Clock.systemUTC())) {
            feed.feed(offers, receipt -> {});
        }
        new Drain(admin, TOPICS, Stages.links(TOPICS)).await(() -> {});
        System.out.printf("filled in %.0f s%n", (System.nanoTime() - began) / 1e9);
    }

    private Hosted hosted(StageProvider<?, ?> provider) {
        LoopOptions options = LoopOptions.of("bench", folder.resolve("state")).withMaxPollRecords(50);
        return Hosted.start(provider, kafka, TOPICS, Map.of(), options);
    }

    private static String url(int number) {
        return "https://replayed.example/" + number;
    }

    private static Offer offer(int number, Path file) {
        try {
            Page page = Page.of(url(number), MillBench.body(file), FETCHED, Map.of("content-type", "text/html"));
            return new Offer(page.url(), new Answer.Of<>(Outcome.emit(page)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that ended. */
    private record Ended(int code, double seconds, double cpuSeconds, long peakKilobytes, String out) {
        @Override
        public String toString() {
            return String.format(
                    "exit %d after %.0f s, cpu %.0f s, at most %d MB resident",
                    code, seconds, cpuSeconds, peakKilobytes / 1024);
        }
    }

    private Ended newsmill(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--bootstrap", kafka.bootstrap(), "--data", folder.toString()));
        command.addAll(List.of("--archive", folder.resolve("newsmill.db").toString()));
        Path out = Files.createTempFile(folder, "out", ".txt");
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        long peak = 0;
        double cpu = 0;
        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakKilobytes(process.pid()));
            cpu = process.info().totalCpuDuration().map(d -> d.toMillis() / 1e3).orElse(cpu);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        String text = Files.readString(out);
        return new Ended(process.exitValue(), seconds, cpu, peak, text);
    }

    private static long peakKilobytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0; // it has just ended
        }
    }

    private static String hash(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file))).substring(0, 12);
    }

    /** A cleaner whose headlines end in a word more. */
    private static final class EarlierClean implements StageProvider<Page, Article> {
        private final CleanStage real = new CleanStage();

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public String version() {
            return "0.9";
        }

        @Override
        public Class<Page> input() {
            return real.input();
        }

        @Override
        public Class<Article> output() {
            return real.output();
        }

        @Override
        public Stage<Page, Article> open(Map<String, String> options) {
            Stage<Page, Article> stage = real.open(options);
            return page -> stage.apply(page) instanceof Outcome.Emit<Article> emit
                    ? Outcome.emit(earlier(emit.value()))
                    : Outcome.drop("earlier", page.url());
        }

        private static Article earlier(Article article) throws IOException {
            ObjectNode json = Json.shared().valueToTree(article);
            json.put("headline", json.path("headline").asText() + " earlier");
            byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
            return Json.shared().readValue(bytes, Article.class);
        }
    }
}

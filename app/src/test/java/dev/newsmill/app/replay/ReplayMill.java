package dev.newsmill.app.replay;

import dev.newsmill.app.mill.Drain;
import dev.newsmill.app.mill.Hosted;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.Audit;
import dev.newsmill.runtime.AuditReport;
import dev.newsmill.runtime.KafkaSettings;
import dev.newsmill.runtime.LoopOptions;
import dev.newsmill.runtime.PageFeed;
import dev.newsmill.runtime.TopicPlan;
import dev.newsmill.runtime.TopicSpan;
import dev.newsmill.runtime.Topics;
import dev.newsmill.stage.Offer;
import dev.newsmill.stage.StageProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Topics of their own on a shared broker, with the stages of a mill, of which the cleaner may be another build. */
public final class ReplayMill implements AutoCloseable {
    private static final int PARTITIONS = 4;

    private final KafkaSettings kafka;
    private final Topics topics;
    private final Path folder;
    private final String archive;
    private final Admin admin;
    private final List<Hosted> stages = new ArrayList<>();

    /** @param name of its topics and its folder */
    public ReplayMill(String bootstrap, Path parent, String name) throws IOException {
        this(bootstrap, parent, name, 1, null);
    }

    /** @param archive JDBC URL; null for a file in the folder */
    public ReplayMill(String bootstrap, Path parent, String name, int replicas, @Nullable String archive)
            throws IOException {
        this.kafka = KafkaSettings.of(bootstrap);
        this.topics = new Topics(name + ".");
        this.folder = Files.createDirectories(parent.resolve(name));
        this.archive = archive == null ? folder.resolve("archive.db").toString() : archive;
        this.admin = kafka.admin();
        List<String> names = new ArrayList<>(List.of(PageFeed.STAGE));
        names.addAll(Stages.names());
        new TopicPlan(topics, PARTITIONS, (short) replicas).apply(admin, names);
    }

    public ReplayMill start(StageProvider<?, ?>... providers) {
        for (StageProvider<?, ?> provider : providers) {
            Map<String, String> options = Map.of("archive", archive);
            LoopOptions loop = LoopOptions.of("test", folder.resolve("state")).withThreads(1);
            stages.add(Hosted.start(provider, kafka, topics, options, loop));
        }
        return this;
    }

    /** The stages of this build, but for the cleaner. */
    public ReplayMill startAllBut(String left) {
        Stages.chain().stream().filter(stage -> !stage.name().equals(left)).forEach(this::start);
        return this;
    }

    public void stop(String stage) {
        stages.stream().filter(s -> s.name().equals(stage)).forEach(Hosted::close);
        stages.removeIf(s -> s.name().equals(stage));
    }

    public List<Receipt> feed(Iterator<Offer> offers) throws InterruptedException {
        List<Receipt> receipts = new ArrayList<>();
        try (PageFeed feed = new PageFeed(kafka, topics, Clock.systemUTC())) {
            feed.feed(offers, receipts::add);
        }
        return receipts;
    }

    /** Waits until all that is in the topics has gone through the stages. */
    public void drain() throws InterruptedException {
        new Drain(admin, topics, Stages.links(topics)).await(() -> {});
    }

    /** Waits until what is in {@code enriched} is published. */
    public void drainPublish() throws InterruptedException {
        List<Audit.Link> last = Stages.links(topics).stream()
                .filter(link -> link.stage().equals("publish"))
                .toList();
        new Drain(admin, topics, last).await(() -> {});
    }

    public AuditReport audit() throws InterruptedException {
        return new Audit(kafka, topics, Stages.links(topics)).run();
    }

    /** End offsets of all topics of the mill but those that {@code but} names. */
    public SortedMap<String, SortedMap<Integer, Long>> ends(String... but) {
        List<String> names = new ArrayList<>(topics.chain());
        names.addAll(List.of(topics.ledger(), topics.replays()));
        for (String stage : Stages.names()) names.add(topics.deadLetters(stage));
        names.removeAll(List.of(but));
        SortedMap<String, SortedMap<Integer, Long>> ends = new TreeMap<>();
        names.forEach(name -> ends.put(name, TopicSpan.written(admin, name).end()));
        return ends;
    }

    public KafkaSettings kafka() {
        return kafka;
    }

    public Topics topics() {
        return topics;
    }

    public Admin admin() {
        return admin;
    }

    public String archive() {
        return archive;
    }

    public Path folder() {
        return folder;
    }

    /** The flags with which a command finds it. */
    public List<String> flags() {
        return List.of(
                "--bootstrap", kafka.bootstrap(),
                "--topic-prefix", topics.prefix(),
                "--archive", archive,
                "--data", folder.resolve("data").toString());
    }

    @Override
    public void close() {
        stages.forEach(Hosted::close);
        admin.close();
    }
}

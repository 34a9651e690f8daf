package dev.newsmill.app.mill;

import dev.newsmill.app.broker.DataDirectory;
import dev.newsmill.app.broker.EmbeddedBroker;
import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.runtime.HangingTransactions;
import dev.newsmill.runtime.KafkaSettings;
import dev.newsmill.runtime.LedgerOffsets;
import dev.newsmill.runtime.OutletLoop;
import dev.newsmill.runtime.TopicPlan;
import dev.newsmill.runtime.TopicSpan;
import dev.newsmill.runtime.Topics;
import dev.newsmill.stage.StageProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All of Newsmill in this process, on one data directory: Kafka, the stages, the outlets. */
public final class Mill implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Mill.class);
    private static final String INSTANCE = "embedded";

    private final DataDirectory data;
    private final AutoCloseable lock;
    private final EmbeddedBroker broker;
    private final KafkaSettings kafka;
    private final Topics topics;
    private final Admin admin;
    private final List<Hosted> stages = new ArrayList<>();
    private final List<OutletLoop> outlets = new ArrayList<>();

    private Mill(DataDirectory data, AutoCloseable lock, EmbeddedBroker broker, Topics topics) {
        this.data = data;
        this.lock = lock;
        this.broker = broker;
        this.topics = topics;
        this.kafka = KafkaSettings.of(broker.bootstrap());
        this.admin = kafka.admin();
    }

    /**
     * Starts a mill and tells other processes where it is.
     *
     * @param archive where the archive is
     * @param version of this build
     * @throws CommandException if the folder is in use, or something does not start
     */
    public static Mill start(DataDirectory data, Topics topics, Settings settings, String archive, String version) {
        AutoCloseable lock = data.lock();
        try {
            Mill mill = new Mill(data, lock, EmbeddedBroker.start(data.kafka()), topics);
            try {
                mill.open(settings, archive);
                mill.announce(settings, version);
                return mill;
            } catch (RuntimeException e) {
                mill.close();
                throw e;
            }
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
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

    public List<Hosted> stages() {
        return List.copyOf(stages);
    }

    /** @throws CommandException if a stage has ended by itself */
    public void check() {
        for (Hosted stage : stages) {
            RuntimeException failure = stage.failure();
            if (failure != null) throw StageFailure.of(stage.name(), failure);
        }
    }

    /** Waits until what is in the topics now has gone through all stages and outlets. */
    public void drain(Runnable meanwhile) throws InterruptedException {
        new Drain(admin, topics, Stages.links(topics)).await(() -> {
            check();
            meanwhile.run();
        });
        TopicSpan published = TopicSpan.written(admin, topics.published());
        for (OutletLoop outlet : outlets) {
            while (!outlet.isThrough(published)) {
                meanwhile.run();
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    /** Stops stages and outlets after the batch at hand, then Kafka. */
    @Override
    public void close() {
        data.retire();
        stages.parallelStream().forEach(Hosted::close);
        outlets.forEach(OutletLoop::close);
        admin.close();
        broker.close();
        release(lock);
    }

    private void open(Settings settings, String archive) {
        List<StageProvider<?, ?>> chain = Stages.chain();
        List<String> names = new ArrayList<>(List.of("ingest"));
        chain.forEach(p -> names.add(p.name()));
        new TopicPlan(topics, settings.number(Setting.PARTITIONS, 1, 1000), (short) 1).apply(admin, names);
        chain.forEach(p -> dismissDeadMembers(topics.group(p.name())));
        if (new HangingTransactions(admin).end(topics, names) > 0) {
            new LedgerOffsets(kafka, topics, admin).restore(Stages.links(topics));
        }
        Map<String, String> options = StageSettings.options(settings, archive, data.out());
        for (StageProvider<?, ?> provider : chain) {
            var loop = StageSettings.loop(settings, provider.name(), INSTANCE, data.state());
            stages.add(Hosted.start(provider, kafka, topics, options, loop));
        }
        Arrays.stream(settings.get(Setting.OUTLETS).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> serve(name, options));
    }

    private void serve(String name, Map<String, String> options) {
        OutletLoop loop = new OutletLoop(name, kafka, topics, Outlets.open(name, options));
        outlets.add(loop);
        Thread thread = new Thread(loop, "outlet-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void announce(Settings settings, String version) {
        long pid = ProcessHandle.current().pid();
        String archive = settings.given(Setting.ARCHIVE).orElse(data.archive().toString());
        data.announce(new DataDirectory.Address(pid, broker.bootstrap(), Instant.now(), version, archive));
    }

    /** This process has the only stages: members that a killed one left would hold their partitions for 6 s. */
    private void dismissDeadMembers(String group) {
        try {
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.debug("no members to remove from {}: {}", group, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void release(AutoCloseable lock) {
        try {
            lock.close();
        } catch (Exception e) {
            log.warn("the lock of the data directory was not released: {}", e.getMessage());
        }
    }
}

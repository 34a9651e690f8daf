package dev.newsmill.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.runtime.AuditReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Testcontainers;

/** Two instances of clean on a cluster of three, while a node is cut off, an instance is killed, and a node is killed. */
@Testcontainers(disabledWithoutDocker = true)
class ClusterFaultsIT {
    private static final int MILLIS_A_PAGE = 15;
    /** Enough new offsets to say that work goes on: more than the markers of dead transactions. */
    private static final int MORE = 60;

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    static Path folder;

    private static Cluster cluster;

    @BeforeAll
    static void startCluster() {
        cluster = Cluster.start();
    }

    @AfterAll
    static void stopCluster() {
        cluster.close();
    }

    @Test
    void aClusterInTroubleNeitherLosesNorRepeatsAPage() throws Exception {
        Clock clock = new Clock();
        try (Lab lab = new Lab(cluster.bootstrap(), "newsmill.", Cluster.NODES);
                FeedThread feed = new FeedThread(lab, MILLIS_A_PAGE);
                Child first = clean("first");
                Child second = clean("second")) {
            Await.until("work of both", PATIENCE, () -> members(lab) == 2, first, second);
            awaitMore(lab, first, second);
            clock.say("both instances at work");

            cluster.node(3).cutOff();
            Await.until("cluster without the node that is cut off", PATIENCE, () -> copies(lab) == 2);
            awaitMore(lab, first, second);
            clock.say("one node cut off, and work goes on");
            cluster.node(3).letBack("kafka3");
            Await.until("cluster with all nodes", PATIENCE, () -> copies(lab) == Cluster.NODES);
            clock.say("the node is back in all partitions");

            second.kill();
            Await.until("group without the killed instance", PATIENCE, () -> members(lab) == 1, first);
            awaitMore(lab, first);
            clock.say("one instance killed, and the other does its work");

            cluster.node(2).kill();
            awaitMore(lab, first);
            clock.say("one node killed, and work goes on");

            Set<String> fed = feed.finish(PATIENCE);
            lab.drain(() -> assertThat(first.isAlive()).as(first::story).isTrue(), "clean");
            Census articles = lab.census(lab.topics().articles());
            AuditReport audit = lab.audit("clean");
            clock.say(String.format(
                    "%,d pages, %,d articles, %,d repeated, %,d aborted copies, %,d findings",
                    fed.size(),
                    articles.records(),
                    articles.repeatedEvents(),
                    lab.copies(lab.topics().articles()) - articles.records(),
                    audit.findings().size()));
            assertThat(articles.keys()).isEqualTo(fed);
            assertThat(articles.repeatedKeys()).isZero();
            assertThat(articles.repeatedEvents()).isZero();
            assertThat(audit.findings()).isEmpty();
            assertThat(audit.clean()).isTrue();
        }
    }

    /** Says how long each step took. */
    private static final class Clock {
        private long last = System.nanoTime();

        void say(String what) {
            long now = System.nanoTime();
            System.out.printf("cluster: %5.1f s  %s%n", (now - last) / 1e9, what);
            last = now;
        }
    }

    private static Child clean(String instance) throws IOException {
        return Child.newsmill(
                folder,
                "stage",
                "clean",
                "--bootstrap",
                cluster.bootstrap(),
                "--replicas",
                Integer.toString(Cluster.NODES),
                "--instance",
                instance,
                "--data",
                folder.resolve(instance).toString(),
                "--pause-before-commit",
                "100");
    }

    private static void awaitMore(Lab lab, Child... children) throws InterruptedException {
        long before = lab.written(lab.topics().articles());
        Await.until("more articles", PATIENCE, () -> lab.written(lab.topics().articles()) > before + MORE, children);
    }

    /** Members of the group of clean that have partitions. */
    private static long members(Lab lab) {
        String group = lab.topics().group("clean");
        return ask(
                lab.admin(),
                admin -> admin
                        .describeConsumerGroups(List.of(group))
                        .all()
                        .get(30, TimeUnit.SECONDS)
                        .values()
                        .iterator()
                        .next()
                        .members()
                        .stream()
                        .filter(member -> !member.assignment().topicPartitions().isEmpty())
                        .count());
    }

    /** The fewest copies in sync that a partition of pages has. */
    private static long copies(Lab lab) {
        String topic = lab.topics().pages();
        return ask(lab.admin(), admin -> {
            TopicDescription description = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(30, TimeUnit.SECONDS)
                    .get(topic);
            return description == null
                    ? 0L
                    : description.partitions().stream()
                            .mapToLong(p -> p.isr().size())
                            .min()
                            .orElse(0);
        });
    }

    private interface Question {
        long of(Admin admin) throws ExecutionException, TimeoutException, InterruptedException;
    }

    /** The answer; -1 as long as there is none. */
    private static long ask(Admin admin, Question question) {
        try {
            return question.of(admin);
        } catch (ExecutionException | TimeoutException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}

package dev.newsmill.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics that a mill needs, and how they are made. A topic that exists is left as it is.
 *
 * @param partitions of the four topics of the chain
 * @param replicas of all topics; from three on, two must have a record before it counts
 */
public record TopicPlan(Topics topics, int partitions, short replicas) {
    private static final int LIMIT_SECONDS = 60;
    /** What is withdrawn is gone from the log a day later, if anything is published then. */
    private static final int LONGEST_DAYS_UNCOMPACTED = 1;
    /** As long as receipts: an outlet that was away for less still learns what was withdrawn. */
    private static final int DAYS_OF_TOMBSTONES = 90;

    /** Makes what is missing, with a dead letter topic for each of {@code stages}. */
    public void apply(Admin admin, List<String> stages) {
        try {
            Set<String> there = admin.listTopics().names().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = new ArrayList<>();
            for (NewTopic topic : wanted(stages)) if (!there.contains(topic.name())) missing.add(topic);
            if (!missing.isEmpty()) create(admin, missing);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("the broker did not make the topics within " + LIMIT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }

    private void create(Admin admin, List<NewTopic> missing)
            throws InterruptedException, ExecutionException, TimeoutException {
        for (var made : admin.createTopics(missing).values().values()) {
            try {
                made.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) throw e;
            }
        }
    }

    private List<NewTopic> wanted(List<String> stages) {
        List<NewTopic> wanted = new ArrayList<>();
        wanted.add(topic(topics.pages(), partitions, "delete", 30));
        wanted.add(topic(topics.articles(), partitions, "delete", 30));
        wanted.add(topic(topics.enriched(), partitions, "delete", 30));
        wanted.add(topic(topics.published(), partitions, "compact", 0));
        wanted.add(topic(topics.ledger(), partitions, "delete", 90));
        wanted.add(topic(topics.rules(), 1, "compact", 0));
        wanted.add(topic(topics.replays(), 1, "compact", 0));
        for (String stage : stages) wanted.add(topic(topics.deadLetters(stage), 1, "delete", 365));
        return wanted;
    }

    private NewTopic topic(String name, int count, String cleanup, int days) {
        Map<String, String> config = new HashMap<>();
        config.put("cleanup.policy", cleanup);
        config.put("max.message.bytes", Integer.toString(KafkaSettings.MAX_RECORD_BYTES));
        if (days > 0) config.put("retention.ms", Long.toString(TimeUnit.DAYS.toMillis(days)));
        if (cleanup.equals("compact")) {
            config.put("max.compaction.lag.ms", Long.toString(TimeUnit.DAYS.toMillis(LONGEST_DAYS_UNCOMPACTED)));
            config.put("delete.retention.ms", Long.toString(TimeUnit.DAYS.toMillis(DAYS_OF_TOMBSTONES)));
        }
        if (replicas >= 3) config.put("min.insync.replicas", "2");
        return new NewTopic(name, count, replicas).configs(config);
    }
}

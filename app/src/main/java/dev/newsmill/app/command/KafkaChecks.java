package dev.newsmill.app.command;

import dev.newsmill.app.mill.Stages;
import dev.newsmill.runtime.KafkaSettings;
import dev.newsmill.runtime.PageFeed;
import dev.newsmill.runtime.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** Checks of the topics and groups in a Kafka that answers. */
final class KafkaChecks {
    private final Admin admin;
    private final Topics topics;

    KafkaChecks(Admin admin, Topics topics) {
        this.admin = admin;
        this.topics = topics;
    }

    List<Diagnosis> run() throws InterruptedException {
        List<String> missing = new ArrayList<>(wanted());
        missing.removeAll(Groups.get(admin.listTopics().names()));
        if (!missing.isEmpty()) {
            return List.of(Diagnosis.fail(
                    "topics",
                    "missing: " + String.join(", ", missing),
                    "newsmill run, stage and add make them; check --topic-prefix."));
        }
        List<Diagnosis> found = new ArrayList<>(List.of(topicSettings()));
        found.add(groups());
        return found;
    }

    private Set<String> wanted() {
        Set<String> wanted = new java.util.LinkedHashSet<>(topics.chain());
        wanted.add(topics.ledger());
        wanted.add(topics.deadLetters(PageFeed.STAGE));
        Stages.names().forEach(stage -> wanted.add(topics.deadLetters(stage)));
        return wanted;
    }

    private Diagnosis topicSettings() throws InterruptedException {
        List<ConfigResource> resources = wanted().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, String> wrong = new TreeMap<>();
        Groups.get(admin.describeConfigs(resources).all())
                .forEach((topic, config) -> check(topic.name(), config, wrong));
        return wrong.isEmpty()
                ? Diagnosis.ok("topics", resources.size() + " of them, set up as they should be")
                : Diagnosis.warn(
                        "topics", wrong.toString(), "Set them with kafka-configs; docs/OPERATIONS.md says why.");
    }

    private void check(String topic, Config config, Map<String, String> wrong) {
        String policy = topic.equals(topics.published()) ? "compact" : "delete";
        expect(topic, config, "cleanup.policy", policy, wrong);
        String most = config.get("max.message.bytes").value();
        if (Long.parseLong(most) < KafkaSettings.MAX_RECORD_BYTES) {
            wrong.put(topic, "max.message.bytes=" + most + " is less than " + KafkaSettings.MAX_RECORD_BYTES);
        }
    }

    private static void expect(String topic, Config config, String name, String value, Map<String, String> wrong) {
        String actual = config.get(name).value();
        if (!value.equals(actual)) wrong.put(topic, name + "=" + actual + " instead of " + value);
    }

    private Diagnosis groups() throws InterruptedException {
        Map<String, String> stages = new LinkedHashMap<>();
        Stages.names().forEach(stage -> stages.put(topics.group(stage), stage));
        Map<String, Integer> members = Groups.members(admin, List.copyOf(stages.keySet()));
        List<String> none = new ArrayList<>();
        stages.forEach((group, stage) -> {
            if (members.getOrDefault(group, 0) == 0) none.add(stage);
        });
        return none.isEmpty()
                ? Diagnosis.ok("stages", "all run: " + String.join(", ", stages.values()))
                : Diagnosis.fail(
                        "stages",
                        "not running: " + String.join(", ", none),
                        "Start: newsmill run, or newsmill stage " + none.get(0) + " --bootstrap HOST:PORT");
    }

    /** The newest timestamp in the topic, in milliseconds since 1970; 0 for an empty topic. */
    static long newest(Admin admin, String topic) throws InterruptedException {
        TopicDescription description =
                Groups.get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic);
        if (description == null) return 0;
        Map<TopicPartition, OffsetSpec> request = new LinkedHashMap<>();
        description
                .partitions()
                .forEach(p -> request.put(new TopicPartition(topic, p.partition()), OffsetSpec.maxTimestamp()));
        return Groups.get(admin.listOffsets(request).all()).values().stream()
                .mapToLong(info -> Math.max(0, info.timestamp()))
                .max()
                .orElse(0);
    }
}

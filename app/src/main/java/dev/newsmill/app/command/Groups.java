package dev.newsmill.app.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Consumer groups, as the broker knows them. */
final class Groups {
    private static final int LIMIT_MILLIS = 10_000;

    private Groups() {}

    /** How many members each group has; 0 for one that never was. */
    static Map<String, Integer> members(Admin admin, List<String> groups) throws InterruptedException {
        Map<String, Integer> members = new HashMap<>();
        var described = admin.describeConsumerGroups(
                        groups, new DescribeConsumerGroupsOptions().timeoutMs(LIMIT_MILLIS))
                .describedGroups();
        for (Map.Entry<String, KafkaFuture<ConsumerGroupDescription>> group : described.entrySet()) {
            members.put(group.getKey(), members(group.getValue()));
        }
        return members;
    }

    private static int members(KafkaFuture<ConsumerGroupDescription> group) throws InterruptedException {
        try {
            return get(group).members().size();
        } catch (GroupIdNotFoundException e) {
            return 0;
        }
    }

    /** The future's value; its failure as the Kafka exception that it is. */
    static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get(LIMIT_MILLIS + 1000, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException(
                    "no answer within " + LIMIT_MILLIS / 1000 + " s", e);
        }
    }
}

package dev.newsmill.app.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** Makes a broker compact a topic at once, which else takes hours. */
public final class Compaction {
    private Compaction() {}

    /** A segment a moment, and no waiting for more to clean. */
    public static void atOnce(Admin admin, String topic) throws Exception {
        List<AlterConfigOp> ops = List.of(set("segment.ms", "100"), set("min.cleanable.dirty.ratio", "0"));
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        admin.incrementalAlterConfigs(Map.of(resource, ops)).all().get(30, TimeUnit.SECONDS);
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }
}

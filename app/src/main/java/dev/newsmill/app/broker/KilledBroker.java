package dev.newsmill.app.broker;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import kafka.server.KafkaRaftServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker that was killed on a folder, as the metadata there still knows it: alive, and leader of all partitions.
 *
 * <p>A broker that starts on such a folder believes that at first, too. It loads the transactions that were being
 * committed, and begins to write their markers, until the controller fences the dead broker and no partition has a
 * leader. Kafka 4.4.0 takes that for deleted partitions ({@code KRaftMetadataCache.getPartitionLeaderEndpoint} answers
 * the same for both), leaves their markers out, and calls the transactions complete: what they wrote stays open for
 * ever. So the dead broker is fenced before the new one starts, by the controller alone. The new broker also need not
 * wait then until the session of the dead one is over.
 */
final class KilledBroker {
    private static final Logger log = LoggerFactory.getLogger(KilledBroker.class);
    /** What Kafka writes when it stops, and takes away when it starts. */
    private static final String CLEAN_SHUTDOWN = ".kafka_cleanshutdown";

    /** Is there once a controller was at work. */
    private static final String QUORUM = "__cluster_metadata-0/quorum-state";

    private static final int SESSION_MILLIS = 400;
    private static final long LOOK_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Properties controller = new Properties();

    /** @param broker settings of the broker that shall start, which is its own controller */
    KilledBroker(Properties broker) {
        controller.putAll(broker);
        String listener = controllerListener(broker);
        controller.put("process.roles", "controller");
        controller.put("listeners", listener);
        controller.remove("advertised.listeners");
        controller.put("broker.session.timeout.ms", Integer.toString(SESSION_MILLIS));
        controller.put("broker.heartbeat.interval.ms", Integer.toString(SESSION_MILLIS / 4));
    }

    /** Whether a broker was on this folder and did not stop as it should. */
    static boolean leftTraces(Path log) {
        return Files.exists(log.resolve(QUORUM)) && !Files.exists(log.resolve(CLEAN_SHUTDOWN));
    }

    /**
     * Returns once the controller has fenced it, or when the patience is over: a broker that was killed in its very first
     * seconds never registered, and there is none to fence.
     */
    void fence() throws InterruptedException, JMException {
        KafkaRaftServer server = EmbeddedBroker.server(controller);
        server.startup();
        try {
            long began = System.nanoTime();
            while (brokers("FencedBrokerCount") < 1 || brokers("ActiveBrokerCount") > 0) {
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    log.info("no broker of before to fence");
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } finally {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    /** A count of the controller, as it shows it to those who monitor it: requests about brokers it does not answer. */
    private static int brokers(String metric) throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("kafka.controller:type=KafkaController,name=" + metric);
        return beans.isRegistered(name) && beans.getAttribute(name, "Value") instanceof Integer count ? count : 0;
    }

    private static String controllerListener(Properties broker) {
        String listeners = broker.getProperty("listeners");
        return listeners.substring(listeners.indexOf("CONTROLLER://"));
    }
}

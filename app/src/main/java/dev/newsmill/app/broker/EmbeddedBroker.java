package dev.newsmill.app.broker;

import dev.newsmill.app.console.CommandException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.internals.Exit;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apache Kafka in this process: broker and controller in one (KRaft), its log in a folder, reachable from this machine
 * only. The same broker as on a cluster, so what is in the folder survives a crash.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String HOST = "127.0.0.1";
    private static final int MAX_RECORD_BYTES = dev.newsmill.runtime.KafkaSettings.MAX_RECORD_BYTES;

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker on a folder, which is made and formatted if it is new. It listens where it listened before, if
     * that port is free, so that clients find it again.
     */
    public static EmbeddedBroker start(Path folder) {
        haltOnlyByException();
        try {
            Files.createDirectories(folder);
            int port = port(folder.resolve("port"));
            int controllerPort = freePort();
            Properties properties = properties(folder.resolve("log"), port, controllerPort);
            format(folder.resolve("log"));
            if (KilledBroker.leftTraces(folder.resolve("log"))) new KilledBroker(properties).fence();
            KafkaRaftServer server = server(properties);
            server.startup();
            return new EmbeddedBroker(server, port);
        } catch (CommandException e) {
            throw e;
        } catch (Exception e) {
            throw CommandException.failed(
                    "the embedded Kafka did not start on " + folder + ": " + e.getMessage(),
                    "See the messages above; --debug shows more. A folder of a newer Kafka cannot be read: --data DIR.",
                    e);
        }
    }

    static KafkaRaftServer server(Properties properties) {
        return new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    }

    /** host:port for clients. */
    public String bootstrap() {
        return HOST + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Kafka ends the process when its disk fails; here that becomes a message and an exit code. */
    private static void haltOnlyByException() {
        Exit.Procedure procedure = (code, message) -> {
            log.error("the embedded Kafka gave up (code {}): {}", code, message);
            Runtime.getRuntime().halt(1);
        };
        Exit.setHaltProcedure(procedure);
        Exit.setExitProcedure(procedure);
    }

    private static void format(Path directory) throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) return;
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(java.util.List.of(directory.toString()))
                .setMetadataLogDirectory(directory.toString())
                .setControllerListenerName("CONTROLLER")
                .setIgnoreFormatted(true)
                .run();
    }

    private static int port(Path file) throws IOException {
        if (Files.exists(file)) {
            String text = Files.readString(file).strip();
            if (text.matches("\\d{2,5}") && isFree(Integer.parseInt(text))) return Integer.parseInt(text);
        }
        int port = freePort();
        Files.writeString(file, port + "\n");
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HOST, port));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    private static Properties properties(Path directory, int port, int controllerPort) {
        Properties p = new Properties();
        p.put("process.roles", "broker,controller");
        p.put("node.id", "1");
        p.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
        p.put("listeners", "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
        p.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
        p.put("controller.listener.names", "CONTROLLER");
        p.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
        p.put("log.dirs", directory.toString());
        p.put("auto.create.topics.enable", "false");
        p.put("offsets.topic.num.partitions", "4");
        p.put("offsets.topic.replication.factor", "1");
        p.put("transaction.state.log.num.partitions", "4");
        p.put("transaction.state.log.replication.factor", "1");
        p.put("transaction.state.log.min.isr", "1");
        p.put("share.coordinator.state.topic.num.partitions", "1");
        p.put("share.coordinator.state.topic.replication.factor", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");
        p.put("message.max.bytes", Integer.toString(MAX_RECORD_BYTES));
        p.put("replica.fetch.max.bytes", Integer.toString(MAX_RECORD_BYTES));
        p.put("socket.request.max.bytes", Integer.toString(MAX_RECORD_BYTES * 4));
        p.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        p.put("log.segment.bytes", Integer.toString(128 << 20));
        p.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        p.put("group.initial.rebalance.delay.ms", "0");
        p.put("group.consumer.session.timeout.ms", "6000");
        p.put("group.consumer.min.session.timeout.ms", "6000");
        p.put("group.consumer.heartbeat.interval.ms", "1500");
        p.put("group.consumer.min.heartbeat.interval.ms", "1000");
        p.put("num.network.threads", "2");
        p.put("num.io.threads", "4");
        p.put("background.threads", "2");
        p.put("num.recovery.threads.per.data.dir", "2");
        p.put("controlled.shutdown.enable", "true");
        p.put("metric.reporters", "");
        return p;
    }
}

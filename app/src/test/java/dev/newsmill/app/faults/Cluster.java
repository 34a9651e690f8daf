package dev.newsmill.app.faults;

import com.github.dockerjava.api.model.ContainerNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.testcontainers.containers.Network;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;

/** A Kafka of three nodes in containers, each broker and controller. */
final class Cluster implements AutoCloseable {
    static final int NODES = 3;

    private final Network network = Network.newNetwork();
    private final List<Node> nodes = new ArrayList<>();

    private Cluster() {
        for (int id = 1; id <= NODES; id++) nodes.add(new Node(id, network));
    }

    static Cluster start() {
        Cluster cluster = new Cluster();
        try {
            Startables.deepStart(cluster.nodes).join();
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** @param id 1 to 3 */
    Node node(int id) {
        return nodes.get(id - 1);
    }

    String bootstrap() {
        return nodes.stream().map(KafkaContainer::getBootstrapServers).collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        nodes.forEach(Node::stop);
        network.close();
    }

    /**
     * A node under a fixed port of this machine: one that is cut off and let back gets another random one, while its
     * broker goes on telling the old one.
     */
    static final class Node extends KafkaContainer {
        private final Network network;

        private Node(int id, Network network) {
            super("apache/kafka:4.4.0");
            this.network = network;
            addFixedExposedPort(freePort(), 9092);
            withNetwork(network);
            withNetworkAliases("kafka" + id);
            withCreateContainerCmdModifier(c -> c.getHostConfig().withMemory(900L << 20));
            withEnv("KAFKA_HEAP_OPTS", "-Xms256m -Xmx400m");
            withEnv("KAFKA_NODE_ID", Integer.toString(id));
            withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@kafka1:9094,2@kafka2:9094,3@kafka3:9094");
            withEnv("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "3");
            withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "3");
            withEnv("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "3");
            withEnv("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "2");
            withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "3");
            withEnv("KAFKA_GROUP_CONSUMER_SESSION_TIMEOUT_MS", "6000");
            withEnv("KAFKA_GROUP_CONSUMER_MIN_SESSION_TIMEOUT_MS", "6000");
            withEnv("KAFKA_GROUP_CONSUMER_HEARTBEAT_INTERVAL_MS", "1500");
            withEnv("KAFKA_GROUP_CONSUMER_MIN_HEARTBEAT_INTERVAL_MS", "1000");
            withStartupTimeout(Duration.ofMinutes(3));
        }

        void cutOff() {
            getDockerClient()
                    .disconnectFromNetworkCmd()
                    .withNetworkId(network.getId())
                    .withContainerId(getContainerId())
                    .withForce(true)
                    .exec();
        }

        void letBack(String alias) {
            getDockerClient()
                    .connectToNetworkCmd()
                    .withNetworkId(network.getId())
                    .withContainerId(getContainerId())
                    .withContainerNetwork(new ContainerNetwork().withAliases(alias))
                    .exec();
        }

        void kill() {
            getDockerClient().killContainerCmd(getContainerId()).exec();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

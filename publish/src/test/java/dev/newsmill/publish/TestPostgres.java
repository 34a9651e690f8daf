package dev.newsmill.publish;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** One PostgreSQL server for all tests, an empty schema for each. */
final class TestPostgres {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private TestPostgres() {}

    /** Skips the tests where there is no Docker, and says so. */
    static void assumeDocker() {
        boolean docker = DockerClientFactory.instance().isDockerAvailable();
        if (!docker) LoggerFactory.getLogger(TestPostgres.class).warn("No Docker here: PostgreSQL tests are skipped");
        Assumptions.assumeTrue(docker, "PostgreSQL tests need Docker");
    }

    /** Testcontainers ends it with the JVM. */
    private static final class Server {
        static final PostgreSQLContainer RUNNING = start();

        private static PostgreSQLContainer start() {
            PostgreSQLContainer server = new PostgreSQLContainer("postgres:17-alpine");
            server.start();
            return server;
        }
    }

    static String url() {
        PostgreSQLContainer server = Server.RUNNING;
        String url = server.getJdbcUrl();
        return url + (url.contains("?") ? "&" : "?") + "user=" + server.getUsername() + "&password="
                + server.getPassword();
    }

    static String emptySchema() {
        String schema = "t" + SCHEMAS.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url())) {
            Sql.run(connection, "create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("no schema for the test", e);
        }
        return url() + "&currentSchema=" + schema;
    }
}

package dev.newsmill.app.command;

import dev.newsmill.app.broker.DataDirectory;
import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.runtime.KafkaSettings;
import dev.newsmill.runtime.Topics;
import java.io.IOException;
import java.io.Reader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;

/** How a command reaches Kafka: by --bootstrap, or through the data directory of the mill on this machine. */
record Connection(KafkaSettings kafka, Topics topics) {
    private static final int ANSWER_MILLIS = 8000;

    /** @throws CommandException with exit code 6 if there is neither */
    static Connection of(Settings settings) {
        return to(
                settings.given(Setting.BOOTSTRAP)
                        .orElseGet(() -> running(settings).bootstrap()),
                settings);
    }

    static Connection to(String bootstrap, Settings settings) {
        return new Connection(new KafkaSettings(bootstrap, extra(settings)), topics(settings));
    }

    /**
     * An admin client of a Kafka that answers.
     *
     * @throws CommandException with exit code 6 if it does not within a few seconds
     */
    Admin reach() throws InterruptedException {
        Admin admin = open();
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(ANSWER_MILLIS))
                    .nodes()
                    .get(ANSWER_MILLIS + 1000, TimeUnit.MILLISECONDS);
            return admin;
        } catch (ExecutionException | TimeoutException e) {
            admin.close(Duration.ZERO);
            throw unreachable(e);
        } catch (InterruptedException | RuntimeException e) {
            admin.close(Duration.ZERO);
            throw e;
        }
    }

    private Admin open() {
        try {
            return kafka.admin();
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    private CommandException unreachable(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        boolean silent =
                cause instanceof TimeoutException || cause instanceof org.apache.kafka.common.errors.TimeoutException;
        return CommandException.unreachable(
                "no answer from Kafka at " + kafka.bootstrap()
                        + (silent ? " within " + ANSWER_MILLIS / 1000 + " s" : ": " + cause.getMessage()),
                "Is it running? Check --bootstrap, or start a mill here: newsmill run",
                e);
    }

    static Topics topics(Settings settings) {
        try {
            return new Topics(settings.get(Setting.TOPIC_PREFIX));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()), "Give another --topic-prefix.");
        }
    }

    static DataDirectory data(Settings settings) {
        return new DataDirectory(Path.of(settings.get(Setting.DATA)));
    }

    /** Where the archive is: as set, with user and password, or that of the mill on this machine. Not for printing. */
    static String archive(Settings settings) {
        String location = archiveName(settings);
        if (!location.startsWith("jdbc:")) return location;
        StringBuilder url = new StringBuilder(location);
        settings.given(Setting.ARCHIVE_USER).ifPresent(user -> parameter(url, "user", user));
        settings.given(Setting.ARCHIVE_PASSWORD_FILE).ifPresent(file -> parameter(url, "password", secret(file)));
        return url.toString();
    }

    /** Where the archive is, for people. */
    static String archiveName(Settings settings) {
        DataDirectory data = data(settings);
        return settings.given(Setting.ARCHIVE)
                .or(() -> data.running().map(DataDirectory.Address::archive))
                .orElseGet(() -> data.archive().toString());
    }

    private static void parameter(StringBuilder url, String name, String value) {
        url.append(url.indexOf("?") < 0 ? '?' : '&').append(name).append('=');
        url.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static String secret(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw CommandException.usage(
                    "cannot read the archive's password from " + file + ": " + e.getMessage(),
                    "Give --archive-password-file a file that this user can read.");
        }
    }

    private static DataDirectory.Address running(Settings settings) {
        DataDirectory data = data(settings);
        return data.running()
                .orElseThrow(() -> CommandException.unreachable(
                        "no mill runs on " + data.path(),
                        "Start one (newsmill run), name its folder (--data DIR), or a Kafka (--bootstrap HOST:PORT).",
                        null));
    }

    private static Map<String, String> extra(Settings settings) {
        Map<String, String> extra = new HashMap<>();
        settings.given(Setting.KAFKA_PROPERTIES).ifPresent(file -> {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw CommandException.usage(
                        "cannot read " + file + ": " + e.getMessage(), "Give --kafka-properties a properties file.");
            }
            properties.stringPropertyNames().forEach(name -> extra.put(name, properties.getProperty(name)));
        });
        return extra;
    }
}

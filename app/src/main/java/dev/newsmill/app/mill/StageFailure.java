package dev.newsmill.app.mill;

import dev.newsmill.app.console.CommandException;
import org.apache.kafka.common.errors.InvalidConfigurationException;

/** Says why a stage ended by itself, and what to do. */
public final class StageFailure {
    private StageFailure() {}

    public static CommandException of(String stage, RuntimeException failure) {
        String cause = "stage " + stage + " stopped: " + failure.getMessage();
        return failure instanceof InvalidConfigurationException
                ? CommandException.unreachable(
                        cause,
                        "Kafka refuses this client: check user, rights and versions (--kafka-properties).",
                        failure)
                : CommandException.failed(
                        cause,
                        "Nothing is lost: start it again and it goes on where it was. --debug shows more.",
                        failure);
    }
}

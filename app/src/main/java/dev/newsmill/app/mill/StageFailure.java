package dev.newsmill.app.mill;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.runtime.KafkaSettings;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Says why a stage ended by itself, and what to do. */
public final class StageFailure {
    private StageFailure() {}

    public static CommandException of(String stage, RuntimeException failure) {
        String cause = "stage " + stage + " stopped: " + failure.getMessage();
        if (has(failure, InvalidConfigurationException.class)) {
            return CommandException.unreachable(
                    cause, "Kafka refuses this client: check user, rights and versions (--kafka-properties).", failure);
        }
        if (has(failure, RecordTooLargeException.class)) {
            return CommandException.failed(
                    cause,
                    "A topic takes less than the stages write. Set max.message.bytes of the topics to "
                            + KafkaSettings.MAX_RECORD_BYTES + " (newsmill doctor names them), and start it again.",
                    failure);
        }
        return CommandException.failed(
                cause, "Nothing is lost: start it again and it goes on where it was. --debug shows more.", failure);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (kind.isInstance(cause)) return true;
            cause = cause.getCause();
        }
        return false;
    }
}

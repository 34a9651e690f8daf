package dev.newsmill.app.mill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.ExitCode;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class StageFailureTest {
    @Test
    void aRefusedClientIsToldToCheckItsRights() {
        CommandException told = StageFailure.of("clean", new TopicAuthorizationException(Set.of("newsmill.pages")));
        assertThat(told.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(told.fix()).contains("--kafka-properties");
    }

    @Test
    void aTopicThatTakesTooLittleIsToldByItsSetting() {
        CommandException told =
                StageFailure.of("clean", new KafkaException("aborted", new RecordTooLargeException("too large")));
        assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(told.fix()).contains("max.message.bytes", "16777216");
    }

    @Test
    void anythingElseGoesOnWhereItWas() {
        CommandException told = StageFailure.of("enrich", new IllegalStateException("out of luck"));
        assertThat(told).hasMessageContaining("stage enrich stopped: out of luck");
        assertThat(told.fix()).contains("start it again");
    }
}

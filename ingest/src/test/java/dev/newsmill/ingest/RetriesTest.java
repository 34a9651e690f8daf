package dev.newsmill.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {
    private final Retries retries = new Retries(Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "200,0,",
        "301,0,",
        "404,0,",
        "403,0,",
        "429,0,500",
        "500,0,500",
        "503,0,500",
        "503,1,1000",
        "503,2,",
    })
    void asksAgainAfterWhatMayPass(int code, int done, @Nullable Long millis) {
        assertThat(retries.after(response(code, null), done))
                .isEqualTo(millis == null ? null : Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = ';',
            value = {
                "3;3000",
                "0;0",
                "10;10000",
                "11;",
                "999999999;",
                "Sun, 01 Mar 2026 10:00:04 GMT;4000",
                "Sun, 01 Mar 2026 09:00:00 GMT;0",
                "Sun, 01 Mar 2026 11:00:00 GMT;",
                "soon;500",
                "-1;500"
            })
    void honoursRetryAfterUpToTenSeconds(String wish, @Nullable Long millis) {
        assertThat(retries.after(response(503, wish), 0)).isEqualTo(millis == null ? null : Duration.ofMillis(millis));
    }

    @Test
    void connectsAgainTwice() {
        IOException refused = new ConnectException("refused");
        assertThat(retries.after(refused, 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(retries.after(refused, 2)).isNull();
    }

    @Test
    void doesNotAskAgainAfterATimeout() {
        assertThat(retries.after(new SocketTimeoutException("timeout"), 0)).isNull();
    }

    private static Response response(int code, @Nullable String retryAfter) {
        Response.Builder response = new Response.Builder()
                .request(new Request.Builder().url("https://news.example/").build())
                .protocol(Protocol.HTTP_1_1)
                .message("")
                .code(code);
        return (retryAfter == null ? response : response.header("Retry-After", retryAfter)).build();
    }
}

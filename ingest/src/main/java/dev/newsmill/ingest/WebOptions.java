package dev.newsmill.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How the web is fetched.
 *
 * @param connectTimeout for one connection
 * @param readTimeout between two reads of a body
 * @param totalTimeout for one URL, with its redirects, waits and repetitions
 * @param maxRedirects how many redirects are followed
 * @param allowPrivateAddresses whether addresses of this machine and its networks, and any port, may be fetched. Never
 *     for URLs that strangers choose
 * @param userAgent how the fetcher names itself
 */
public record WebOptions(
        Duration connectTimeout,
        Duration readTimeout,
        Duration totalTimeout,
        int maxRedirects,
        boolean allowPrivateAddresses,
        String userAgent) {

    public WebOptions {
        for (Duration timeout : List.of(connectTimeout, readTimeout, totalTimeout)) {
            if (timeout.toMillis() < 1) throw new IllegalArgumentException("timeout must be 1 ms or more: " + timeout);
        }
        if (maxRedirects < 0) throw new IllegalArgumentException("redirects must be 0 or more: " + maxRedirects);
        Objects.requireNonNull(userAgent, "userAgent");
    }

    /** 10 s to connect, 20 s between reads, 60 s in all, 5 redirects, public addresses only. */
    public static WebOptions defaults() {
        return new WebOptions(
                Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60), 5, false, "Newsmill/0.1");
    }

    public WebOptions withAllowPrivateAddresses(boolean allow) {
        return new WebOptions(connectTimeout, readTimeout, totalTimeout, maxRedirects, allow, userAgent);
    }

    public WebOptions withUserAgent(String other) {
        return new WebOptions(connectTimeout, readTimeout, totalTimeout, maxRedirects, allowPrivateAddresses, other);
    }

    public WebOptions withTotalTimeout(Duration timeout) {
        return new WebOptions(connectTimeout, readTimeout, timeout, maxRedirects, allowPrivateAddresses, userAgent);
    }
}

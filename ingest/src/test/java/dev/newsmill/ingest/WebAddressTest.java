package dev.newsmill.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://news.example/",
                "HTTPS://news.example",
                "https://news.example:8443/a?b#c",
                "http://news.example:8080",
                "http://münchen.example/ä"
            })
    void takesUrlsOfWebServers(String url) throws RefusedException {
        assertThat(WebAddress.check(url, false).host()).endsWith(".example");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "http://,not an http or https URL",
                "ftp://news.example/a,not an http or https URL",
                "file:///etc/passwd,not an http or https URL",
                "http://news.example:99999/,not an http or https URL",
                "http://news.example:22/,port 22",
                "http://news.example:6379/,port 6379",
                "http://me@news.example/,a user name",
                "http://me:secret@news.example/,a user name",
            })
    void refusesTheRest(String url, String why) {
        assertThatThrownBy(() -> WebAddress.check(url, false)).hasMessageContaining(why);
    }

    @Test
    void takesAnyPortWhereThatIsAllowed() throws RefusedException {
        assertThat(WebAddress.check("http://news.example:3000/", true).port()).isEqualTo(3000);
    }

    @ParameterizedTest
    @CsvSource({
        "http://me:secret@news.example/a,http://news.example/a",
        "http://a@b@news.example,http://news.example",
        "https://news.example/@author,https://news.example/@author",
        "no url,no url"
    })
    void hidesCredentials(String url, String shown) {
        assertThat(WebAddress.withoutCredentials(url)).isEqualTo(shown);
    }
}

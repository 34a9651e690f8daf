package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.lake.example/a,https://lake.example/b,true",
        "https://amp.lake.co.uk/a,https://www.lake.co.uk/a,true",
        "https://other.co.uk/a,https://lake.co.uk/a,false",
        "https://lake.example/,https://lake.example/a,false",
        "/a,https://lake.example/a,false",
        "javascript:alert(1),https://lake.example/a,false",
        "https://lake.example/a,file:///tmp/a.html,true"
    })
    void believesACanonicalUrlOnlyOnThePagesOwnSite(String canonical, String url, boolean plausible) {
        assertThat(Url.plausibleCanonical(canonical, url)).isEqualTo(plausible);
    }

    @Test
    void hasNoHostWhereThereIsNone() {
        assertThat(Url.host("not a url at all")).isEmpty();
        assertThat(Url.host(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://lake.example/news/a.html, https://other.example/x?y#z, https://other.example/x?y#z",
        "https://lake.example/news/a.html, /flood, https://lake.example/flood",
        "https://lake.example/news/a.html, b.html, https://lake.example/news/b.html",
        "https://lake.example/news/a.html, //cdn.example/i.jpg, https://cdn.example/i.jpg",
        "https://lake.example/news/a.html, '#top', https://lake.example/news/a.html#top",
        "https://lake.example, /flood, https://lake.example/flood",
        "'', /flood, ''",
        "https://lake.example/a, javascript:share(), javascript:share()",
        "https://lake.example/a, Tel:+4712345678, Tel:+4712345678",
        "https://lake.example/a, telegraph, https://lake.example/telegraph"
    })
    void resolvesLinksAsBrowsersDo(String base, String href, String absolute) {
        assertThat(Url.absolute(base, href)).isEqualTo(absolute);
    }
}

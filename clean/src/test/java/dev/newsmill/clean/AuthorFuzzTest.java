package dev.newsmill.clean;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.newsmill.message.Author;

/** Whatever stands for an author in metadata and in print, the page has authors with names, or none. */
class AuthorFuzzTest {
    private static final String[] WORDS = {
        "Ida Holm",
        "IDA HOLM",
        "Per Vik",
        "By ",
        "Von ",
        "Par ",
        " and ",
        " und ",
        ", ",
        " & ",
        "Reuters",
        "dpa",
        " | ",
        "Senior Reporter",
        " in Oslo",
        "3 May 2024",
        "PhD",
        " - ",
        "王小明",
        "ida@post.example",
        "Lakeside Post"
    };

    @FuzzTest(maxDuration = "60m")
    void readsAuthorsWithNames(FuzzedDataProvider data) {
        String named = words(data);
        String printed = words(data) + data.consumeString(20).replaceAll("[<>&\"]", "");
        String linked = words(data);
        Facts facts = Pages.facts("<html><head><meta name=author content=\"" + named + "\"></head><body>"
                + "<h1>The ferry returns to the lake</h1><p class=byline>" + printed + " <a rel=author href=/a>"
                + linked + "</a></p><p itemprop=author>" + words(data) + "</p></body></html>");
        for (Author author : facts.authors)
            if (Key.of(author.name()).isEmpty()) throw new AssertionError("an author without a name");
        if (!facts.authors.isEmpty() && !facts.evidence.containsKey("authors"))
            throw new AssertionError("authors from nowhere");
    }

    private static String words(FuzzedDataProvider data) {
        StringBuilder words = new StringBuilder();
        for (int i = data.consumeInt(0, 9); i > 0; i--) words.append(data.pickValue(WORDS));
        return words.toString();
    }
}

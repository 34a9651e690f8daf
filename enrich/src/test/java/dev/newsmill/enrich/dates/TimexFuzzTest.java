package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.newsmill.message.Timex;
import java.util.List;

/** Runs the inputs kept beside it; with {@code JAZZER_FUZZ=1} it searches for new ones. */
class TimexFuzzTest {

    @FuzzTest
    void findsSpansInsideTheTextWhateverItSays(FuzzedDataProvider data) {
        String language = data.pickValue(new String[] {"en", "de", "fr", "es"});
        String published = data.consumeBoolean() ? data.consumeString(25) : "2021-11-04T10:15:00+01:00";
        String text = data.consumeRemainingAsString();
        List<Timex> found = Dates.find(language, text, published);
        assertThat(found)
                .allSatisfy(timex ->
                        assertThat(text.substring(timex.begin(), timex.end())).isEqualTo(timex.text()));
    }
}

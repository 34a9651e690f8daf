package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.profiles.LanguageProfile;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterRunsTest {
    private static final String ENGLISH = "the ferry crossed the lake again and the whole town came down to the pier";
    private final LetterRuns runs = new LetterRuns(profiles("en", "de", "zh-CN"));

    @Test
    void speakMostForTheLanguageThatWritesThem() {
        double[] odds = runs.of(ENGLISH, 0, ENGLISH.length());
        assertThat(odds[0]).isGreaterThan(odds[1]).isGreaterThan(odds[2]);
    }

    @Test
    void shorterRunsSpeakWhereThreeLettersAreUnknown() {
        double[] odds = runs.of("渡轮又一次穿过湖面", 0, 9);
        assertThat(odds[2]).isPositive().isGreaterThan(odds[0]);
    }

    @Test
    void sayNothingOfWhatNoLanguageWrites() {
        assertThat(runs.of("\u16A0\u16A2\u16A6\u16A8\u16B1\u16B2", 0, 6)).containsOnly(0);
    }

    @Test
    void readOnlyThePartThatTheyAreGiven() {
        String both = ENGLISH + "渡轮又一次穿过湖面";
        assertThat(runs.of(both, 0, ENGLISH.length())).containsExactly(runs.of(ENGLISH, 0, ENGLISH.length()));
    }

    @Test
    void sayNothingOfLessThanThreeLetters() {
        assertThat(runs.of("th", 0, 2)).containsOnly(0);
    }

    private static List<LanguageProfile> profiles(String... languages) {
        List<LanguageProfile> profiles = new ArrayList<>();
        try {
            for (String language : languages)
                profiles.add(new LanguageProfileReader().readBuiltIn(LdLocale.fromString(language)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return profiles;
    }
}

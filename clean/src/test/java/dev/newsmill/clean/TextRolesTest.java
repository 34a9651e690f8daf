package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.clean.TextLine.Role;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRolesTest {
    private static final PhraseBook PHRASES = PhraseBook.load();
    private static final TextRoles ROLES = new TextRoles(PHRASES, new DateText(), new PersonNames(PHRASES));
    private static final String BODY = "The ferry crossed the lake again on Friday, after two winters in the yard.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The ferry returns / + / +                       | HEADLINE BODY BODY",
                "Ferry / + / +                                   | HEADLINE BODY BODY",
                "Skip to content / The ferry returns / +         | SKIP_LINK HEADLINE BODY",
                "1. Sport / 2. Weather / The ferry returns / +   | SKIP_LINK SKIP_LINK HEADLINE BODY",
                "Home > News > Lake / The ferry returns / +      | SKIP_LINK HEADLINE BODY",
                "May 3, 2024 / The ferry returns / +             | DATE HEADLINE BODY",
                "The ferry returns / 3 May 2024 / +              | HEADLINE DATE BODY",
                "The ferry returns / By Ida Holm / +             | HEADLINE BYLINE BODY",
                "The ferry returns / Von Ida Holm / +            | HEADLINE BYLINE BODY",
                "The ferry returns / By the lake / +             | HEADLINE SUBHEAD BODY",
                "The ferry returns / + / By Ida Holm / +         | HEADLINE STANDFIRST BYLINE BODY",
                "The ferry returns / + / The pier. Photo: Anna Lind / + | HEADLINE STANDFIRST CAPTION BODY",
                "The ferry returns / + / The hull / +            | HEADLINE BODY SUBHEAD BODY",
                "The ferry returns / + / The hull                | HEADLINE BODY BOILERPLATE",
                "The ferry returns / + / - bread / - hay / +     | HEADLINE BODY ITEM ITEM BODY",
                "The ferry returns / + / Share / +               | HEADLINE BODY BOILERPLATE BODY",
                "The ferry returns / + / Read more: Goats / +    | HEADLINE BODY BOILERPLATE BODY",
                "The ferry returns / + / Advertisement / +       | HEADLINE BODY BOILERPLATE BODY",
                "The ferry returns / + / © 2024 Lakeside Post    | HEADLINE BODY BOILERPLATE",
                "The ferry returns / + / (AFP, Reuters)          | HEADLINE BODY CREDITS",
                "The ferry returns / + / ab/cd                   | HEADLINE BODY CREDITS",
                "+ / +                                           | HEADLINE BODY",
                "+ + / +                                         | BODY BODY"
            })
    void areGivenFromTheOutsideIn(String page, String roles) {
        assertThat(roles(page)).isEqualTo(roles);
    }

    @Test
    void whatStandsRightAboveACaptionSaysWhatThePictureShows() {
        String page =
                "The ferry returns\n\n" + BODY + "\n\nA ferry, a goat, a pier\nThe pier. Photo: Anna Lind\n\n" + BODY;
        List<TextLine> lines = lines(page);
        assertThat(lines)
                .extracting(line -> line.role)
                .containsExactly(Role.HEADLINE, Role.STANDFIRST, Role.IMAGE_ALT, Role.CAPTION, Role.BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"© 2024 Lakeside Post", "© Lakeside Post 2024, all rights reserved", "© 2020-2024 by the lake"})
    void aNoticeOfRightsIsNoCaption(String notice) {
        assertThat(roles("The ferry returns / + / " + notice)).isEqualTo("HEADLINE BODY BOILERPLATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"© Anna Lind", "The pier at dawn © Anna Lind", "The pier in 2024 © Anna Lind/WIRE"})
    void aPictureMayHaveItsCreditBehindTheSignOfRights(String caption) {
        assertThat(roles("The ferry returns / + / " + caption + " / +")).isEqualTo("HEADLINE STANDFIRST CAPTION BODY");
    }

    @Test
    void whereSubheadsAskALabelThatDoesNotIsATeaser() {
        assertThat(roles("The ferry returns / + / Who pays? / + / A history of goats / + / When? / +"))
                .isEqualTo("HEADLINE BODY SUBHEAD BODY TEASER BODY SUBHEAD BODY");
    }

    @Test
    void boilerplateSaysWhichWordsGaveItAway() {
        TextLine line = lines("The ferry returns\n\n" + BODY + "\n\nRead more: Goats\n\n" + BODY)
                .get(2);
        assertThat(line.cue).isEqualTo("related: read more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- bread", "* bread", "• bread", "3. bread", "12) bread", "– bread"})
    void itemsLoseTheirBullets(String item) {
        assertThat(TextRoles.withoutBullet(item)).isEqualTo("bread");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bread", "-bread", "3.5 loaves", "1984 loaves"})
    void whatIsNoItemStaysWhole(String text) {
        assertThat(TextRoles.withoutBullet(text)).isEqualTo(text);
    }

    @Test
    void linesThatWereWrappedAreOne() {
        String wrapped =
                "The ferry crossed the lake again on Friday, right after\ntwo long winters in the yard, and the whole town came\n"
                        + "down to the pier with its band and its goat.";
        assertThat(TextLines.of(wrapped)).extracting(line -> line.text).containsExactly(wrapped.replace('\n', ' '));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bread\nhay\npaint",
                "The ferry crossed the lake again on Friday, after\ntwo long winters in the yard.",
                "The ferry crossed the lake again on Friday in May.\nThe goat crossed it as well, and so did the band.\n"
                        + "Nobody had thought that any of them would be back."
            })
    void linesThatWereNotAreNot(String lines) {
        assertThat(TextLines.of(lines)).extracting(line -> line.text).containsExactly(lines.split("\n"));
    }

    @Test
    void linesAreCountedAsEditorsCount() {
        assertThat(TextLines.of("One\r\n\r\nTwo\rThree\n"))
                .extracting(TextLine::path)
                .containsExactly("line 1", "line 3", "line 4");
    }

    private static String roles(String page) {
        return lines(page.replace(" / ", "\n\n").replace("+", BODY)).stream()
                .map(line -> line.role.name())
                .collect(Collectors.joining(" "));
    }

    private static List<TextLine> lines(String page) {
        List<TextLine> lines = TextLines.of(page);
        ROLES.assign(lines);
        return lines;
    }
}

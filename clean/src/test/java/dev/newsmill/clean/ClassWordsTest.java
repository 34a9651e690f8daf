package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassWordsTest {
    private final ClassWords words = ClassWords.load();

    @ParameterizedTest
    @CsvSource({
        "article-body,BODY",
        "articleBody,BODY",
        "c-related__list,RELATED",
        "relatedPosts,RELATED",
        "js_newsletter-box,NEWSLETTER",
        "SocialShare,SHARE",
        "img-caption,CAPTION",
        "site-footer,FOOT",
        "post-navigation,NAV",
        "comments-area,COMMENT",
        "author-bio,BIO",
        "cookie_banner,CONSENT",
        "sr-only,HIDDEN"
    })
    void knowsWhatNamesStandFor(String names, Mark mark) {
        assertThat(mark.in(words.marks(names))).isTrue();
    }

    @Test
    void seesNothingInOtherNames() {
        assertThat(words.marks("xq7 css-1abc blue")).isZero();
    }

    @Test
    void doesNotTakeTheTagsOfABlogPostForAListOfTags() {
        assertThat(Mark.TAGS.in(words.marks("post-17 type-post status-publish hentry tag-lakes category-news")))
                .isFalse();
    }
}

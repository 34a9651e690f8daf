package dev.newsmill.enrich.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set of words: a resource with one entry a line, where lines with {@code #} are remarks. */
public final class WordList {
    private final Set<String> words;
    private final int longest;

    private WordList(Set<String> words) {
        this.words = Set.copyOf(words);
        longest = words.stream().mapToInt(String::length).max().orElse(0);
    }

    public static WordList of(String... words) {
        return new WordList(Set.of(words));
    }

    /** Reads a resource that stands beside the class. */
    public static WordList load(Class<?> beside, String name) {
        return new WordList(new HashSet<>(lines(beside, name)));
    }

    static WordList load(String name) {
        return load(WordList.class, name);
    }

    /** The lines of a resource that are neither blank nor a remark. */
    public static List<String> lines(Class<?> beside, String name) {
        try (@Nullable InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("no resource " + name + " beside " + beside.getName());
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    public boolean contains(String word) {
        return words.contains(word);
    }

    public boolean contains(String text, int begin, int end) {
        return end - begin <= longest && words.contains(text.substring(begin, end));
    }

    /** Characters of the longest word. */
    public int longest() {
        return longest;
    }
}

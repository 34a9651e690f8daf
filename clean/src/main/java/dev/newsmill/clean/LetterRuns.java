package dev.newsmill.clean;

import com.optimaize.langdetect.profiles.LanguageProfile;
import java.util.Arrays;
import java.util.List;

/**
 * Runs of one to three letters, and how much each speaks for the languages that write it. Most runs are known to a few
 * languages only, so that only those are looked at. A table with open addressing: a page asks it thousands of times.
 * Immutable.
 */
final class LetterRuns {
    private static final int LONGEST = 3;
    private static final long ONE = 0xFFFFL;
    private static final long TWO = 0xFFFF_FFFFL;
    /** How often a language writes a run that its profile does not know. */
    private static final double UNKNOWN = 0.5 / 10_000;

    private static final int LANGUAGE_BITS = 7;
    private static final int LANGUAGE = (1 << LANGUAGE_BITS) - 1;
    /** Logarithms are kept in steps of this part. */
    private static final double STEPS = 32;

    private static final int BITS = 17;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int languages;
    private final long[] keys = new long[1 << BITS];
    /** For each place where its voices end; they begin where those of the place before end. */
    private final int[] voicesTo = new int[keys.length];

    /** A language in the lower bits; above them how much likelier the run is in it than in one that does not know it. */
    private final char[] voices;

    LetterRuns(List<LanguageProfile> profiles) {
        languages = profiles.size();
        for (LanguageProfile profile : profiles) count(profile);
        int voices = 0;
        for (int at = 0; at < keys.length; at++) {
            int here = voicesTo[at];
            voicesTo[at] = voices;
            voices += here;
        }
        this.voices = new char[voices];
        for (int i = 0; i < languages; i++) fill(profiles.get(i), i);
    }

    private void count(LanguageProfile profile) {
        for (int length = 1; length <= LONGEST; length++) {
            for (var run : profile.iterateGrams(length)) {
                if (needless(run.getKey())) continue;
                int at = place(key(run.getKey()));
                keys[at] = key(run.getKey());
                voicesTo[at]++;
            }
        }
    }

    private void fill(LanguageProfile profile, int number) {
        for (int length = 1; length <= LONGEST; length++) {
            double all = profile.getNumGramOccurrences(length);
            for (var run : profile.iterateGrams(length)) {
                if (needless(run.getKey())) continue;
                int voice = voicesTo[place(key(run.getKey()))]++;
                long weight = Math.round(Math.log1p(run.getValue() / all / UNKNOWN) * STEPS);
                voices[voice] = (char) (weight << LANGUAGE_BITS | number);
            }
        }
    }

    /** One character of a script that writes without spaces, or with syllables, tells as much as several. */
    private static boolean needless(String run) {
        return run.length() > 1 && run.chars().anyMatch(c -> c >= 0x3040);
    }

    private static long key(String run) {
        long key = 0;
        for (int i = 0; i < run.length(); i++) key = key << Character.SIZE | run.charAt(i);
        return key;
    }

    private static long key(String text, int at) {
        return (long) text.charAt(at) << 2 * Character.SIZE
                | (long) text.charAt(at + 1) << Character.SIZE
                | text.charAt(at + 2);
    }

    private int place(long key) {
        int at = (int) (key * SPREAD >>> Long.SIZE - BITS);
        while (keys[at] != 0 && keys[at] != key) at = at + 1 & keys.length - 1;
        return at;
    }

    /**
     * For each language, by how much this part of a text is likelier in it than in one that knows no run of it. Runs do not
     * overlap; where three letters are unknown, the last of them speak.
     */
    double[] of(String text, int from, int to) {
        int[] sums = new int[languages];
        for (int i = from; i + LONGEST <= to; i += LONGEST) {
            long run = key(text, i);
            if (!add(run, sums) && !add(run & TWO, sums)) add(run & ONE, sums);
        }
        return Arrays.stream(sums).mapToDouble(sum -> sum / STEPS).toArray();
    }

    private boolean add(long run, int[] sums) {
        int at = place(run);
        if (keys[at] == 0) return false;
        for (int voice = at == 0 ? 0 : voicesTo[at - 1]; voice < voicesTo[at]; voice++)
            sums[voices[voice] & LANGUAGE] += voices[voice] >>> LANGUAGE_BITS;
        return true;
    }
}

package dev.newsmill.enrich.names;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Groups of words that news and encyclopedias use alike, coarse to fine; see docs/QUALITY.md, "Names", for where they
 * come from. A word is known by the hash of its small letters.
 */
public final class WordClusters {
    /** How many groupings there are. */
    public static final int LEVELS = 4;

    private final long[] keys;
    private final short[] clusters;
    private final int mask;

    private WordClusters(int words) {
        int capacity = Integer.highestOneBit(Math.max(16, words * 2)) * 2;
        keys = new long[capacity];
        clusters = new short[capacity * LEVELS];
        mask = capacity - 1;
    }

    /** Reads what {@link #write} wrote. */
    public static WordClusters read(ByteBuffer in) {
        int words = in.getInt();
        WordClusters read = new WordClusters(words);
        String word = "";
        for (int i = 0; i < words; i++) {
            int shared = in.get() & 0xff;
            byte[] rest = new byte[in.getShort()];
            in.get(rest);
            word = word.substring(0, shared) + new String(rest, StandardCharsets.UTF_8);
            int slot = read.free(Hash.lower(word));
            for (int level = 0; level < LEVELS; level++) read.clusters[slot * LEVELS + level] = in.getShort();
        }
        return read;
    }

    /** Writes the table; {@code words} are sorted and each has {@link #LEVELS} clusters, from 1 to 32767. */
    public static void write(List<String> words, short[] clusters, DataOutputStream out) throws IOException {
        out.writeInt(words.size());
        String before = "";
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int shared = shared(before, word);
            out.writeByte(shared);
            byte[] rest = word.substring(shared).getBytes(StandardCharsets.UTF_8);
            out.writeShort(rest.length);
            out.write(rest);
            for (int level = 0; level < LEVELS; level++) out.writeShort(clusters[i * LEVELS + level]);
            before = word;
        }
        out.flush();
    }

    private static int shared(String a, String b) {
        int limit = Math.min(255, Math.min(a.length(), b.length()));
        int i = 0;
        while (i < limit && a.charAt(i) == b.charAt(i)) i++;
        return i;
    }

    private int free(long key) {
        int slot = (int) key & mask;
        while (keys[slot] != 0 && keys[slot] != key) slot = slot + 1 & mask;
        keys[slot] = key;
        return slot;
    }

    /** The place of a word in the table; -1 for an unknown word. */
    int find(long hash) {
        int slot = (int) hash & mask;
        while (keys[slot] != 0) {
            if (keys[slot] == hash) return slot;
            slot = slot + 1 & mask;
        }
        return -1;
    }

    /** The cluster of the word at this place; 0 for place -1. */
    int cluster(int place, int level) {
        return place < 0 ? 0 : clusters[place * LEVELS + level];
    }
}

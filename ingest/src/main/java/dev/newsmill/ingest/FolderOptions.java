package dev.newsmill.ingest;

/**
 * How far a folder is walked. What lies beyond is an error in the offers, not silence.
 *
 * @param maxDepth levels of folders, the given one counted
 * @param maxFiles pages of one input
 */
public record FolderOptions(int maxDepth, int maxFiles) {
    public FolderOptions {
        if (maxDepth < 1 || maxDepth > 500) throw new IllegalArgumentException("depth must be 1 to 500: " + maxDepth);
        if (maxFiles < 1) throw new IllegalArgumentException("number of files must be 1 or more: " + maxFiles);
    }

    /** 32 levels, a million files. */
    public static FolderOptions defaults() {
        return new FolderOptions(32, 1_000_000);
    }
}

package dev.newsmill.app.command;

import dev.newsmill.app.config.Setting;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that several commands share. */
final class Flags {
    private Flags() {}

    /** How stages work. */
    static final class Work {
        @Option(names = "--threads", paramLabel = "N", description = "threads a stage (one a processor)")
        @Nullable
        Integer threads;

        @Option(names = "--partitions", paramLabel = "N", description = "of topics that are made (4)")
        @Nullable
        Integer partitions;

        @Option(names = "--replicas", paramLabel = "N", description = "of topics that are made (1)")
        @Nullable
        Integer replicas;

        @Option(names = "--record-limit", paramLabel = "S", description = "seconds that one record may take (20)")
        @Nullable
        Integer recordLimit;

        @Option(names = "--archive-user", paramLabel = "NAME", description = "user of the PostgreSQL archive")
        @Nullable
        String archiveUser;

        @Option(names = "--archive-password-file", paramLabel = "FILE", description = "holds its password")
        @Nullable
        String archivePasswordFile;

        Map<Setting, String> given() {
            Map<Setting, String> flags = new EnumMap<>(Setting.class);
            Newsmill.put(flags, Setting.THREADS, threads);
            Newsmill.put(flags, Setting.PARTITIONS, partitions);
            Newsmill.put(flags, Setting.REPLICAS, replicas);
            Newsmill.put(flags, Setting.RECORD_LIMIT, recordLimit);
            Newsmill.put(flags, Setting.ARCHIVE_USER, archiveUser);
            Newsmill.put(flags, Setting.ARCHIVE_PASSWORD_FILE, archivePasswordFile);
            return flags;
        }
    }

    /** How pages are read. */
    static final class Reading {
        @Option(names = "--allow-private", description = "fetch from private and loopback addresses too")
        boolean allowPrivate;

        @Option(names = "--max-page-bytes", paramLabel = "N", description = "larger pages are dropped (10485760)")
        @Nullable
        Integer maxPageBytes;

        Map<Setting, String> given() {
            Map<Setting, String> flags = new EnumMap<>(Setting.class);
            if (allowPrivate) Newsmill.put(flags, Setting.ALLOW_PRIVATE, true);
            Newsmill.put(flags, Setting.MAX_PAGE_BYTES, maxPageBytes);
            return flags;
        }
    }
}

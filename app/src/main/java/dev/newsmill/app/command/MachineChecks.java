package dev.newsmill.app.command;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Checks of Java and the machine under it. */
final class MachineChecks {
    private static final int LEAST_JAVA = 17;
    private static final long SCARCE_MEMORY = 300L << 20;
    /** Nobody has run this before it was written. */
    private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");

    private MachineChecks() {}

    static List<Diagnosis> run(Clock clock) {
        List<Diagnosis> found = new ArrayList<>();
        found.add(java(Runtime.version().feature(), System.getProperty("java.version")));
        found.add(memory(Runtime.getRuntime().maxMemory()));
        found.add(clock(clock.instant()));
        return found;
    }

    static Diagnosis java(int feature, String version) {
        return feature >= LEAST_JAVA
                ? Diagnosis.ok("java", "Java " + version)
                : Diagnosis.fail("java", "Java " + version + ", " + LEAST_JAVA + " is the least", "Set JAVA_HOME.");
    }

    static Diagnosis memory(long most) {
        return most >= SCARCE_MEMORY
                ? Diagnosis.ok("memory", "up to " + Measures.bytes(most) + " for this process")
                : Diagnosis.warn(
                        "memory",
                        "at most " + Measures.bytes(most) + " for this process",
                        "newsmill run wants 300 MB: JAVA_TOOL_OPTIONS=-Xmx512m");
    }

    static Diagnosis clock(Instant now) {
        return now.isAfter(WRITTEN)
                ? Diagnosis.ok("clock", now.toString().substring(0, 19) + "Z")
                : Diagnosis.fail("clock", "it says " + now, "Set it: pages are ordered by when they were fetched.");
    }
}

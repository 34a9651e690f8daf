package dev.newsmill.runtime;

import java.util.List;

/**
 * Whether all records are accounted for.
 *
 * @param findings what is unexplained; empty is the proof
 */
public record AuditReport(List<Tally> stages, List<Finding> findings) {

    /**
     * One stage's account of the records that it has committed.
     *
     * @param in records taken from the input topic; for ingest, offers of the sources
     * @param waiting records that are in the input topic and not taken yet
     */
    public record Tally(String stage, long in, long emitted, long dropped, long dead, long waiting) {
        public boolean balanced() {
            return in == emitted + dropped + dead;
        }
    }

    /** What can be wrong with a record. */
    public enum Kind {
        /** The stage is past the record, and there is no receipt. */
        MISSING_RECEIPT,
        DUPLICATE_RECEIPT,
        /** A receipt speaks of an offset where no record is. */
        RECEIPT_WITHOUT_RECORD,
        /** The receipt says emitted, and the output is not there. */
        MISSING_OUTPUT,
        DUPLICATE_OUTPUT,
        /** There is an output, and no receipt says so. */
        OUTPUT_WITHOUT_RECEIPT,
        MISSING_DEAD_LETTER,
        DUPLICATE_DEAD_LETTER,
        DEAD_LETTER_WITHOUT_RECEIPT
    }

    /**
     * An unexplained record.
     *
     * @param at coordinates of the record: of the input, or of the output where there is no input for it
     */
    public record Finding(Kind kind, String stage, String at) {}

    public AuditReport {
        stages = List.copyOf(stages);
        findings = List.copyOf(findings);
    }

    public boolean clean() {
        return findings.isEmpty() && stages.stream().allMatch(Tally::balanced);
    }
}

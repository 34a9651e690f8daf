package dev.newsmill.app.replay;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run found. The counts from {@code same} to {@code stale} add up to {@code selected}.
 *
 * @param from the first stage that ran
 * @param versions of the stages that ran
 * @param candidate the jar that stages came from; null for this build
 * @param failed a stage failed on them; those that have an article are among the differences
 * @param stale older than what the archive has
 * @param differences records of which the build says something else than the archive
 * @param fields how many changed records differ in each field
 * @param causes why, by the evidence; a record may have several
 * @param hosts where the differences are
 * @param failures by stage and error
 * @param largest differences, those with most words first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(
        String schema,
        boolean dryRun,
        String from,
        SortedMap<String, String> versions,
        @Nullable String candidate,
        String selection,
        long selected,
        long same,
        long changed,
        long accepted,
        long dropped,
        long failed,
        long stale,
        long differences,
        SortedMap<String, Long> fields,
        List<DiffGroup> causes,
        List<DiffGroup> hosts,
        List<DiffGroup> failures,
        List<Difference> largest) {

    /** How many revisions a replay would publish. */
    @JsonIgnore
    public long revisions() {
        return changed + accepted;
    }

    /** Differences in percent of what was selected. */
    @JsonIgnore
    public double percent() {
        return selected == 0 ? 0 : 100.0 * differences / selected;
    }

    /** This report with no more than {@code most} of the largest differences. */
    public Report withLargest(int most) {
        if (largest.size() <= most) return this;
        return new Report(
                schema,
                dryRun,
                from,
                versions,
                candidate,
                selection,
                selected,
                same,
                changed,
                accepted,
                dropped,
                failed,
                stale,
                differences,
                fields,
                causes,
                hosts,
                failures,
                largest.subList(0, most));
    }
}

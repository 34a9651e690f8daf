package dev.newsmill.app.command;

import dev.newsmill.app.console.CommandException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code status --check} asks for. A null asks for nothing.
 *
 * @param maxLagSeconds for each stage
 * @param maxDead over all stages
 */
record StatusLimits(
        @Nullable Double maxLagSeconds, @Nullable Double maxDead) {
    private static final String FIX = "For example: --check max-lag-seconds=60,max-dead=0";

    /** @throws CommandException with exit code 2 if it is no list of limits */
    static StatusLimits parse(String text) {
        Double lag = null;
        Double dead = null;
        for (String part : text.split(",", 10)) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length < 2) throw CommandException.usage("'" + part + "' is no limit", FIX);
            switch (pair[0]) {
                case "max-lag-seconds" -> lag = number(pair[0], pair[1]);
                case "max-dead" -> dead = number(pair[0], pair[1]);
                default -> throw CommandException.usage("there is no limit '" + pair[0] + "'", FIX);
            }
        }
        return new StatusLimits(lag, dead);
    }

    /** The limits that are not met, one sentence each. */
    List<String> violations(Status status) {
        List<String> violations = new ArrayList<>();
        for (Status.Stage stage : status.stages()) {
            if (maxLagSeconds == null || stage.lagSeconds() == null || stage.lagSeconds() <= maxLagSeconds) continue;
            violations.add(String.format(
                    Locale.ROOT,
                    "%s lags %.0f s, max-lag-seconds=%.0f",
                    stage.stage(),
                    stage.lagSeconds(),
                    maxLagSeconds));
        }
        long dead = status.totals().dead();
        if (maxDead != null && dead > maxDead) {
            violations.add(String.format(Locale.ROOT, "%d dead letters, max-dead=%.0f", dead, maxDead));
        }
        return violations;
    }

    private static double number(String name, String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,3})?"))
            throw CommandException.usage(name + " '" + text + "' is no number", FIX);
        return Double.parseDouble(text);
    }
}

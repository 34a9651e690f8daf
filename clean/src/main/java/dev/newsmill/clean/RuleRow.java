package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.List;

/**
 * Rules in the order in which they run. Neighbours that look at one line at a time are asked together, line by line: the
 * first one that has something against a line takes it, as if they had run one after the other. Immutable.
 */
final class RuleRow {
    private final List<TrimRule> steps = new ArrayList<>();

    RuleRow(List<TrimRule> rules) {
        List<LineWise> together = new ArrayList<>();
        for (TrimRule rule : rules) {
            if (rule instanceof LineWise lineWise) {
                together.add(lineWise);
                continue;
            }
            join(together);
            steps.add(rule);
        }
        join(together);
    }

    private void join(List<LineWise> together) {
        if (!together.isEmpty()) steps.add(new Together(together.toArray(LineWise[]::new)));
        together.clear();
    }

    void apply(Main main) {
        for (TrimRule step : steps) step.apply(main);
    }

    /** Line rules that stand beside each other. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Together(LineWise[] rules) implements TrimRule {
        @Override
        public String name() {
            return "together";
        }

        @Override
        public void apply(Main main) {
            for (Line line : main.lines()) if (line.kept()) ask(line, main);
        }

        private void ask(Line line, Main main) {
            for (LineWise rule : rules) {
                String measured = rule.against(line, main);
                if (measured == null) continue;
                line.remove(rule.name(), measured);
                return;
            }
        }
    }
}

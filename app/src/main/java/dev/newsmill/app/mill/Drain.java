package dev.newsmill.app.mill;

import dev.newsmill.runtime.Audit;
import dev.newsmill.runtime.GroupProgress;
import dev.newsmill.runtime.TopicSpan;
import dev.newsmill.runtime.Topics;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** Waits until all pages that are in the mill have gone through it, stage by stage. */
public final class Drain {
    private static final long LOOK_MILLIS = 40;

    private final Admin admin;
    private final Topics topics;
    private final List<Audit.Link> chain;

    public Drain(Admin admin, Topics topics, List<Audit.Link> chain) {
        this.admin = admin;
        this.topics = topics;
        this.chain = List.copyOf(chain);
    }

    /**
     * Returns once each stage has committed what was in its input when the stage before was done.
     *
     * @param meanwhile called again and again; what it throws ends the waiting
     */
    public void await(Runnable meanwhile) throws InterruptedException {
        for (Audit.Link link : chain) {
            String group = topics.group(link.stage());
            TopicSpan goal = TopicSpan.written(admin, link.input());
            while (!reached(GroupProgress.of(admin, group, link.input()), goal)) {
                meanwhile.run();
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            meanwhile.run();
        }
    }

    private static boolean reached(GroupProgress now, TopicSpan goal) {
        return goal.end().entrySet().stream()
                .allMatch(
                        end -> end.getValue() == 0 || now.committed().getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}

package dev.newsmill.app.command;

import dev.newsmill.message.Receipt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Keeps the newest of many receipts. Not thread-safe. */
final class NewestReceipts implements Consumer<Receipt> {
    private final int most;
    private final PriorityQueue<Receipt> kept = new PriorityQueue<>(Comparator.comparing(Receipt::at));
    private long leftOut;

    NewestReceipts(int most) {
        this.most = most;
    }

    @Override
    public void accept(Receipt receipt) {
        kept.add(receipt);
        if (kept.size() > most) {
            kept.remove();
            leftOut++;
        }
    }

    /** How many older ones there were. */
    long leftOut() {
        return leftOut;
    }

    /** Oldest first. */
    List<Receipt> list() {
        List<Receipt> sorted = new ArrayList<>(kept);
        sorted.sort(Comparator.comparing(Receipt::at));
        return sorted;
    }
}

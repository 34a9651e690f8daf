package dev.newsmill.runtime;

import dev.newsmill.stage.RetryableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that work on the records of a batch and give the results in the order of the input. A record that
 * takes longer than the limit is given up: its thread cannot be stopped, so it is left behind and another takes its
 * place. Used by one thread at a time.
 *
 * @param <T> what is worked on
 * @param <R> the result
 */
final class Crew<T, R> implements AutoCloseable {
    /** More threads left behind than this, and the process had better start anew. */
    static final int MAX_RUNAWAYS = 8;

    private static final long STACK_BYTES = 2L << 20;
    private static final long LOOK_MILLIS = 20;

    private final String name;
    private final long limitNanos;
    private final Work<T, R> work;
    private final BiFunction<T, Throwable, R> failure;
    private final LinkedBlockingQueue<Round> rounds = new LinkedBlockingQueue<>();
    private final List<Worker> workers = new ArrayList<>();
    private final List<Worker> runaways = new ArrayList<>();
    private int started;

    /** What is done with one record. */
    interface Work<T, R> {
        R apply(T item) throws Exception;
    }

    /**
     * @param failure gives the result for a record whose work threw, or took too long
     */
    Crew(String name, int threads, Duration limit, Work<T, R> work, BiFunction<T, Throwable, R> failure) {
        this.name = name;
        this.limitNanos = limit.toNanos();
        this.work = work;
        this.failure = failure;
        for (int i = 0; i < threads; i++) workers.add(hire());
    }

    /**
     * Works on all items and waits for the last.
     *
     * @return one result per item, in order
     * @throws RetryableException if the work on any item threw one
     * @throws FatalStageError if the work broke the process: no memory, a class that does not load, too many runaways
     */
    List<R> apply(List<T> items) throws InterruptedException {
        if (items.isEmpty()) return List.of();
        Round round = new Round(items);
        for (int i = 0; i < Math.min(workers.size(), items.size()); i++) rounds.add(round);
        while (!round.done.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) giveUpOverdue(round);
        return round.results();
    }

    @Override
    public void close() {
        workers.forEach(Worker::dismiss);
        runaways.forEach(Worker::dismiss);
    }

    private Worker hire() {
        Worker worker = new Worker(name + "-" + started++);
        worker.thread.start();
        return worker;
    }

    private void giveUpOverdue(Round round) {
        for (int i = 0; i < workers.size(); i++) {
            Worker worker = workers.get(i);
            Task task = worker.task;
            if (task == null || task.round != round || System.nanoTime() - task.began < limitNanos) continue;
            worker.dismiss();
            round.fail(task.index, new RecordTimeoutException(Duration.ofNanos(limitNanos), worker.thread));
            runaways.removeIf(w -> !w.thread.isAlive());
            runaways.add(worker);
            if (runaways.size() > MAX_RUNAWAYS) {
                throw new FatalStageError(runaways.size() + " records still run after their time limit", null);
            }
            workers.set(i, hire());
            rounds.add(round);
        }
    }

    /** One batch. */
    private final class Round {
        private final List<T> items;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReferenceArray<@Nullable Object> results;
        private final CountDownLatch done;

        Round(List<T> items) {
            this.items = items;
            this.results = new AtomicReferenceArray<>(items.size());
            this.done = new CountDownLatch(items.size());
        }

        void settle(int index, Object result) {
            if (results.compareAndSet(index, null, result)) done.countDown();
        }

        void fail(int index, Throwable error) {
            if (error instanceof RetryableException || error instanceof FatalStageError) {
                settle(index, new Broken(error));
            } else {
                settle(index, failure.apply(items.get(index), error));
            }
        }

        @SuppressWarnings("unchecked") // settle() puts in nothing but R and Broken
        List<R> results() {
            List<R> list = new ArrayList<>(items.size());
            for (int i = 0; i < items.size(); i++) {
                Object result = results.get(i);
                if (result instanceof Broken broken) throw broken.asUnchecked();
                list.add((R) result);
            }
            return list;
        }
    }

    /** The batch cannot be settled at all. */
    private record Broken(Throwable error) {
        RuntimeException asUnchecked() {
            if (error instanceof FatalStageError fatal) return fatal;
            return new RetryableException(String.valueOf(error.getMessage()), error);
        }
    }

    private final class Task {
        private final Round round;
        private final int index;
        private final long began = System.nanoTime();

        Task(Round round, int index) {
            this.round = round;
            this.index = index;
        }
    }

    private final class Worker implements Runnable {
        private final Thread thread;
        private volatile boolean dismissed;
        private volatile @Nullable Task task;

        Worker(String name) {
            thread = new Thread(null, this, name, STACK_BYTES);
            thread.setDaemon(true);
        }

        void dismiss() {
            dismissed = true;
            thread.interrupt();
        }

        @Override
        public void run() {
            while (!dismissed) {
                try {
                    join(rounds.take());
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private void join(Round round) {
            int index;
            while (!dismissed && (index = round.next.getAndIncrement()) < round.items.size()) {
                task = new Task(round, index);
                work(round, index);
                task = null;
            }
        }

        private void work(Round round, int index) {
            try {
                round.settle(index, work.apply(round.items.get(index)));
            } catch (StackOverflowError e) {
                round.fail(index, e);
            } catch (VirtualMachineError | LinkageError e) {
                round.fail(index, new FatalStageError(e.toString(), e));
            } catch (Throwable e) {
                round.fail(index, e);
            }
        }
    }
}

package dev.newsmill.runtime;

import dev.newsmill.stage.RetryableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few threads that work on the records of a batch and give the results in the order of the input. A record that
 * takes longer than the limit is given up: its thread cannot be stopped, so it is left behind and another takes its
 * place. Used by one thread at a time.
 *
 * @param <T> what is worked on
 * @param <R> the result
 */
public final class Crew<T, R> implements AutoCloseable {
    /** More threads left behind than this, and the process had better start anew. */
    static final int MAX_RUNAWAYS = 8;

    private static final Logger log = LoggerFactory.getLogger(Crew.class);
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
    public interface Work<T, R> {
        R apply(T item) throws Exception;
    }

    /**
     * @param failure gives the result for a record whose work threw, or took too long
     */
    public Crew(String name, int threads, Duration limit, Work<T, R> work, BiFunction<T, Throwable, R> failure) {
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
    public List<R> apply(List<T> items) throws InterruptedException {
        if (items.isEmpty()) return List.of();
        Round round =
                new Round(List.copyOf(items)); // a thread that comes late must not see what the caller makes of it
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
            if (!worker.thread.isAlive()) throw new FatalStageError(worker.thread.getName() + " died", null);
            Task task = worker.task.get();
            if (task == null || task.round != round || System.nanoTime() - task.began < limitNanos) continue;
            RecordTimeoutException timeout = new RecordTimeoutException(Duration.ofNanos(limitNanos), worker.thread);
            if (worker.leaveBehind(task)) replace(i, task, timeout);
        }
    }

    private void replace(int index, Task task, RecordTimeoutException timeout) {
        Worker worker = workers.get(index);
        task.round.fail(task.index, timeout);
        worker.dismiss(); // not before the record has failed: the interrupt would be its reason
        runaways.removeIf(w -> !w.thread.isAlive());
        runaways.add(worker);
        if (runaways.size() > MAX_RUNAWAYS) {
            throw new FatalStageError(runaways.size() + " records still run after their time limit", null);
        }
        workers.set(index, hire());
        rounds.add(task.round);
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
            settle(index, isForAll(error) ? new Broken(error) : failed(index, error));
        }

        /** The record's failure; should even that fail, the batch cannot be settled, and it must not hang either. */
        private Object failed(int index, Throwable error) {
            try {
                return failure.apply(items.get(index), error);
            } catch (RuntimeException e) {
                return new Broken(new FatalStageError("cannot settle a record that failed with " + error, e));
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

    private static boolean isForAll(Throwable error) {
        return error instanceof RetryableException || error instanceof FatalStageError;
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
        private final AtomicReference<@Nullable Task> task = new AtomicReference<>();
        private volatile boolean dismissed;

        Worker(String name) {
            thread = new Thread(null, this, name, STACK_BYTES);
            thread.setDaemon(true);
        }

        void dismiss() {
            dismissed = true;
            thread.interrupt();
        }

        /** Takes the task from the worker, which then ends with it; false if it has just finished it. */
        boolean leaveBehind(Task overdue) {
            return task.compareAndSet(overdue, null);
        }

        @Override
        public void run() {
            while (!dismissed) {
                try {
                    if (!join(rounds.take())) return;
                } catch (InterruptedException e) {
                    log.debug("{} was interrupted while it waited", thread.getName());
                }
            }
        }

        /** Works until nothing is left to take up; false if it was left behind meanwhile. */
        private boolean join(Round round) {
            int index;
            while (!dismissed && (index = round.next.getAndIncrement()) < round.items.size()) {
                Task mine = new Task(round, index);
                task.set(mine);
                work(round, index);
                if (!task.compareAndSet(mine, null)) return false;
                Thread.interrupted(); // a stage may have left it set, and the next record has nothing to do with it
            }
            return true;
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

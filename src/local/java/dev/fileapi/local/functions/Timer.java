package dev.fileapi.local.functions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a timer function, one run at a time. A run that fails is not repeated before the next is due. */
final class Timer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Timer.class);

    private final Worker worker;
    private final LoadedFunction function;
    private final NCronTab schedule;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);

    Timer(Worker worker, LoadedFunction function, NCronTab schedule, Clock clock) {
        this.worker = worker;
        this.function = function;
        this.schedule = schedule;
        this.clock = clock;
    }

    String name() {
        return function.name();
    }

    /** From now on it runs on its schedule. */
    void start() {
        Thread thread = new Thread(this::runWhenDue, "timer " + name());
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs it now, on the caller's thread, once a run that is under way has ended. */
    synchronized void run() {
        try {
            worker.run(function, new Argument.Text(state(clock.instant())));
        } catch (FunctionFailedException e) {
            LOG.info("timer waits for its next time: name={}", name());
        }
    }

    /** Lets a run that is under way end by itself. */
    @Override
    public void close() {
        closed.countDown();
    }

    private void runWhenDue() {
        Optional<Instant> due = schedule.next(clock.instant());
        while (due.isPresent() && waitedFor(due.get())) {
            run();
            Instant now = clock.instant();
            due = schedule.next(now.isAfter(due.get()) ? now : due.get());
        }
    }

    /** False when it was closed before the time came. */
    private boolean waitedFor(Instant due) {
        try {
            long nanoseconds = Duration.between(clock.instant(), due).toNanos();
            return !closed.await(nanoseconds, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the function is told ("Timer trigger for Azure Functions", usage). */
    private String state(Instant now) {
        String next = schedule.next(now).map(Instant::toString).orElse("");
        return """
                {"Schedule":{"AdjustForDST":true},\
                "ScheduleStatus":{"Last":"%s","LastUpdated":"%s","Next":"%s"},"IsPastDue":false}""".formatted(now, now, next);
    }
}

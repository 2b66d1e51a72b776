package dev.fileapi.local.samples;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import java.util.concurrent.atomic.AtomicInteger;

/** Due every second; writes down how many of its runs were under way, then fails. */
public final class TimerFunction {

    private static final int MILLISECONDS = 300;

    private final AtomicInteger running = new AtomicInteger();
    private final Journal journal;

    public TimerFunction(Journal journal) {
        this.journal = journal;
    }

    @FunctionName("Timer")
    public void run(@TimerTrigger(name = "timer", schedule = "* * * * * *") String state) throws InterruptedException {
        journal.add("%d running, due %s".formatted(running.incrementAndGet(), state.contains("IsPastDue")));
        Thread.sleep(MILLISECONDS);
        running.decrementAndGet();
        throw new IllegalStateException("asked for");
    }
}

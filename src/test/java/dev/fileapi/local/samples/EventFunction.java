package dev.fileapi.local.samples;

import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes events down; fails on what says "fail", but not twice; two that say "meet" end only when both are under way. */
public final class EventFunction {

    private static final int SECONDS = 10;

    private final CyclicBarrier meeting = new CyclicBarrier(2);
    private final Journal journal;

    public EventFunction(Journal journal) {
        this.journal = journal;
    }

    @FunctionName("Event")
    public void run(@EventGridTrigger(name = "event") String event)
            throws InterruptedException, BrokenBarrierException, TimeoutException {
        if (event.contains("fail") && !journal.entries().contains("failed")) {
            journal.add("failed");
            throw new IllegalStateException("asked for");
        }
        if (event.contains("meet")) {
            meeting.await(SECONDS, TimeUnit.SECONDS);
        }
        journal.add(event);
    }
}

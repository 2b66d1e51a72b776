package dev.fileapi.files;

import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** A fixed number of daemon threads, made when they are needed. What they log has the context (MDC) of whoever gave them the work. */
public final class WorkerThreads extends ThreadPoolExecutor {

    private static final long IDLE_SECONDS = 60;

    public WorkerThreads(String name, int count) {
        super(count, count, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        super.execute(() -> run(task, context));
    }

    private static void run(Runnable task, @Nullable Map<String, String> context) {
        MDC.setContextMap(context == null ? Map.of() : context);
        try {
            task.run();
        } finally {
            MDC.clear();
        }
    }
}

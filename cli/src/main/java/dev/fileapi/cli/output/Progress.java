package dev.fileapi.cli.output;

import dev.fileapi.client.ProgressListener;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows on the terminal how much has moved. */
public final class Progress implements ProgressListener, AutoCloseable {

    /** Set by the launcher, since Java does not tell whether its error stream is a terminal. */
    private static final String TERMINAL = "fileapi.terminal";

    private static final int REFRESH_MILLIS = 500;
    private static final long MEBIBYTE = 1L << 20;

    private final ProgressBar bar;
    private final AtomicLong files = new AtomicLong();

    public Progress() {
        bar = new ProgressBarBuilder()
                .setTaskName("fileapi")
                .setInitialMax(-1)
                .setUnit(" MiB", MEBIBYTE)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .clearDisplayOnFinish()
                .build();
    }

    /** Tells whether the error stream is a terminal. */
    public static boolean isPossible() {
        return "yes".equals(System.getProperty(TERMINAL));
    }

    @Override
    public void bytes(long count) {
        bar.stepBy(count);
    }

    @Override
    public void file(String path) {
        bar.setExtraMessage(files.incrementAndGet() + " files");
    }

    @Override
    public void close() {
        bar.close();
    }
}

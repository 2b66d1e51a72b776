package dev.fileapi.cli.sync;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.sync.Action.Download;
import dev.fileapi.cli.sync.Action.Refuse;
import dev.fileapi.cli.sync.Action.Skip;
import dev.fileapi.cli.sync.Action.Upload;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The actions of a plan that move bytes. Leaves out the deletions, and reports the others. */
final class Transfers implements Iterator<Action> {

    private final Iterator<Action> plan;
    private final Report report;
    private @Nullable Action next;

    Transfers(Iterator<Action> plan, Report report) {
        this.plan = plan;
        this.report = report;
    }

    @Override
    public boolean hasNext() {
        while (next == null && plan.hasNext()) {
            Action action = plan.next();
            if (action instanceof Upload || action instanceof Download) {
                next = action;
            } else if (action instanceof Skip) {
                report.done(action, 0);
            } else if (action instanceof Refuse refuse) {
                report.failed(action, new CommandException(ExitStatus.SOME_FAILED, refuse.reason()));
            }
        }
        return next != null;
    }

    /** Returns the next element, which stays the next. */
    Action peek() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        return next;
    }

    @Override
    public Action next() {
        Action action = peek();
        next = null;
        return action;
    }
}

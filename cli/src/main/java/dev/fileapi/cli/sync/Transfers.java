package dev.fileapi.cli.sync;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.sync.Action.DeleteLocal;
import dev.fileapi.cli.sync.Action.DeleteRemote;
import dev.fileapi.cli.sync.Action.Refuse;
import dev.fileapi.cli.sync.Action.Skip;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The actions of a plan that move bytes. Keeps the deletions for later, when the whole plan is known, and reports the others. */
final class Transfers implements Iterator<Action> {

    private final Iterator<Action> plan;
    private final Report report;
    private final List<Action> deletions = new ArrayList<>();
    private @Nullable Action next;

    Transfers(Iterator<Action> plan, Report report) {
        this.plan = plan;
        this.report = report;
    }

    /** Returns the deletions as far as the plan was read. */
    List<Action> deletions() {
        return deletions;
    }

    @Override
    public boolean hasNext() {
        while (next == null && plan.hasNext()) {
            Action action = plan.next();
            if (action instanceof DeleteLocal || action instanceof DeleteRemote) {
                deletions.add(action);
            } else if (action instanceof Skip) {
                report.done(action, 0);
            } else if (action instanceof Refuse refuse) {
                report.failed(action, new CommandException(ExitStatus.SOME_FAILED, refuse.reason()));
            } else {
                next = action;
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

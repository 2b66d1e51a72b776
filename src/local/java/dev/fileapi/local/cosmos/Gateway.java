package dev.fileapi.local.cosmos;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets calls in: checks their signature and the budget, makes go wrong what is to go wrong, and keeps count. */
final class Gateway {

    private final Router router;
    private final MasterKey key;
    private final Faults faults = new Faults();
    private volatile @Nullable RequestBudget budget;
    private volatile Consumer<Answered> listener = answered -> {};

    Gateway(Router router, MasterKey key) {
        this.router = router;
        this.key = key;
    }

    Faults faults() {
        return faults;
    }

    void limit(@Nullable RequestBudget limit) {
        this.budget = limit;
    }

    void listener(Consumer<Answered> to) {
        this.listener = to;
    }

    /** @throws IOException when the answer is to be lost */
    Reply answer(Call call) throws IOException {
        Reply reply = reply(call);
        listener.accept(new Answered(call, reply.status(), reply.subStatus(), reply.charge()));
        return reply;
    }

    private Reply reply(Call call) throws IOException {
        try {
            key.check(call);
            RequestBudget current = call.resourceType().equals("docs") ? budget : null;
            if (current != null) {
                Optional<Duration> wait = current.refusal();
                if (wait.isPresent()) {
                    return Reply.tooManyRequests(wait.get());
                }
            }
            Reply reply = faulty(call);
            if (current != null) {
                current.charge(reply.charge());
            }
            return reply;
        } catch (Refusal e) {
            return Reply.of(e);
        }
    }

    private Reply faulty(Call call) throws IOException {
        Fault fault = faults.next(call).orElse(null);
        if (fault instanceof Fault.LostBefore) {
            throw new IOException("The call is lost");
        }
        if (fault instanceof Fault.Refused refused) {
            return Reply.error(refused.status(), refused.subStatus(), "Refused on demand", 0);
        }
        if (fault instanceof Fault.Late late) {
            sleep(late.by());
        }
        Reply reply = Reply.of(router.answer(call));
        if (fault instanceof Fault.LostAfter) {
            listener.accept(new Answered(call, reply.status(), reply.subStatus(), reply.charge()));
            throw new IOException("The answer is lost");
        }
        return reply;
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

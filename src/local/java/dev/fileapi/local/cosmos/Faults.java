package dev.fileapi.local.cosmos;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** What is to go wrong, and how often yet. */
final class Faults {

    private record Plan(Predicate<Call> calls, AtomicInteger times, Fault fault) {

        boolean takes(Call call) {
            return calls.test(call) && times.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        }
    }

    private final List<Plan> plans = new CopyOnWriteArrayList<>();

    void add(Predicate<Call> calls, int times, Fault fault) {
        plans.add(new Plan(calls, new AtomicInteger(times), fault));
    }

    void clear() {
        plans.clear();
    }

    Optional<Fault> next(Call call) {
        return plans.stream().filter(plan -> plan.takes(call)).findFirst().map(Plan::fault);
    }
}

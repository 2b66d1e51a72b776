package dev.fileapi.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import dev.fileapi.files.recovery.Inventory;
import dev.fileapi.files.sweep.Sweep;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Every five minutes does what is due, then looks at a slice of blob storage. */
@Singleton
public final class SweepFunction {

    /** Below the function timeout of host.json; what is left over is still due at the next tick. */
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private final Sweep sweep;
    private final Inventory inventory;
    private final Clock clock;

    SweepFunction(Sweep sweep, Inventory inventory, Clock clock) {
        this.sweep = sweep;
        this.inventory = inventory;
        this.clock = clock;
    }

    @FunctionName("Sweep")
    public void sweep(
            @TimerTrigger(name = "timer", schedule = "0 */5 * * * *") String timer, ExecutionContext context) {
        new LoggedInvocation(context).run(() -> {
            Instant deadline = clock.instant().plus(LONGEST);
            sweep.run(deadline);
            inventory.run(deadline);
        });
    }
}

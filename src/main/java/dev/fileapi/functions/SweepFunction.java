package dev.fileapi.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import dev.fileapi.files.sweep.Sweep;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Every five minutes does what is due. */
@Singleton
public final class SweepFunction {

    /** Below the function timeout of host.json; what is left over is still due at the next tick. */
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private final Sweep sweep;
    private final Clock clock;

    SweepFunction(Sweep sweep, Clock clock) {
        this.sweep = sweep;
        this.clock = clock;
    }

    @FunctionName("Sweep")
    public void sweep(
            @TimerTrigger(name = "timer", schedule = "0 */5 * * * *") String timer, ExecutionContext context) {
        new LoggedInvocation(context).run(() -> sweep.run(clock.instant().plus(LONGEST)));
    }
}

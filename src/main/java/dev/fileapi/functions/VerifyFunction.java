package dev.fileapi.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import dev.fileapi.files.verification.VerifyVersions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Every minute goes on reading the versions that were too large to be read while they were recorded. */
@Singleton
public final class VerifyFunction {

    /** Below the function timeout of host.json; what is left over is still due at the next tick. */
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private final VerifyVersions versions;
    private final Clock clock;

    VerifyFunction(VerifyVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    @FunctionName("Verify")
    public void verify(
            @TimerTrigger(name = "timer", schedule = "30 * * * * *") String timer, ExecutionContext context) {
        new LoggedInvocation(context).run(() -> versions.run(clock.instant().plus(LONGEST)));
    }
}

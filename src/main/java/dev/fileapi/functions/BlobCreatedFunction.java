package dev.fileapi.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;
import dev.fileapi.events.BlobEvents;
import dev.fileapi.files.CommitUpload;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.verification.VerifyVersion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Records uploads as soon as the blob service tells of them, and begins to read those that are to be read. A failure of the metadata store or the blob service is let through, so that
 * Event Grid delivers the event again.
 */
@Singleton
public final class BlobCreatedFunction {

    /** Event Grid waits half a minute for an answer ("Event Grid message delivery and retry"). */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final CommitUpload commits;
    private final VerifyVersion verify;
    private final BlobEvents events;
    private final Clock clock;

    BlobCreatedFunction(CommitUpload commits, VerifyVersion verify, BlobEvents events, Clock clock) {
        this.commits = commits;
        this.verify = verify;
        this.events = events;
        this.clock = clock;
    }

    @FunctionName("BlobCreated")
    public void blobCreated(@EventGridTrigger(name = "event") String event, ExecutionContext context) {
        new LoggedInvocation(context).run(() -> hear(event));
    }

    /** Records the uploads named by an event or an array of events; also for events that do not come from Event Grid. */
    public void hear(String event) {
        Instant deadline = clock.instant().plus(LONGEST);
        events.blobsCreated(event).forEach(blob -> record(blob, deadline));
    }

    private void record(BlobName blob, Instant deadline) {
        Optional<VersionRecord> recorded = commits.commit(blob);
        if (recorded.map(version -> version.verificationTask() != null).orElse(true)) {
            verify.verify(blob, deadline);
        }
    }
}

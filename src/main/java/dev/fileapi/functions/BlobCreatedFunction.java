package dev.fileapi.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;
import dev.fileapi.events.BlobEvents;
import dev.fileapi.files.CommitUpload;
import jakarta.inject.Singleton;

/**
 * Records uploads as soon as the blob service tells of them. A failure of the metadata store or the blob service is let through, so that
 * Event Grid delivers the event again.
 */
@Singleton
public final class BlobCreatedFunction {

    private final CommitUpload commits;
    private final BlobEvents events;

    BlobCreatedFunction(CommitUpload commits, BlobEvents events) {
        this.commits = commits;
        this.events = events;
    }

    @FunctionName("BlobCreated")
    public void blobCreated(@EventGridTrigger(name = "event") String event, ExecutionContext context) {
        new LoggedInvocation(context).run(() -> hear(event));
    }

    /** Records the uploads named by an event or an array of events; also for events that do not come from Event Grid. */
    public void hear(String event) {
        events.blobsCreated(event).forEach(commits::commit);
    }
}

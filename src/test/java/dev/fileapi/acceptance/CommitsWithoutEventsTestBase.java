package dev.fileapi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.access.Role;
import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.testing.Racing;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.TokenOrder;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No event is ever delivered here, as on Azure on a bad day, and no sweep runs. */
abstract class CommitsWithoutEventsTestBase {

    private static final int CALLERS = 8;

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    abstract RunningHost host();

    /** How many files each of eight callers uploads. */
    abstract int uploadsPerCaller();

    @Test
    void everyCallerFindsEachUploadInTheListThatFollowsIt() {
        Racing.all(CALLERS, number -> {
            Caller caller = caller();
            for (int i = 0; i < uploadsPerCaller(); i++) {
                String name = number + "-" + i + ".txt";
                new LinkHolder().put(caller.upload("folder/" + name).link("upload"), "bytes");
                assertThat(caller.send("GET", "/files?prefix=folder/").each("files", "name"))
                        .contains(name);
            }
            return number;
        });

        assertThat(caller().send("GET", "/files?limit=1").json().get("total").asInt())
                .isEqualTo(CALLERS * uploadsPerCaller());
    }

    @Test
    void aVersionThatCameInAfterANewerOneIsInTheHistory() {
        Caller caller = caller();
        Reply first = caller.upload("a.txt");
        Reply second = caller.upload("a.txt");
        new LinkHolder().put(second.link("upload"), "second");
        assertThat(caller.send("GET", "/files/path/a.txt").text("version_id")).isEqualTo(second.text("version_id"));

        new LinkHolder().put(first.link("upload"), "first");

        assertThat(caller.send("GET", "/files/path/a.txt?include_versions=true").each("versions", "version_id"))
                .containsExactly(second.text("version_id"), first.text("version_id"));
    }

    @Test
    void anUploadWhoseBytesAreInIsNoLongerInProgress() {
        Caller caller = caller();
        Reply upload = caller.upload("b.txt");
        String uploads = "/files/" + upload.text("file_id") + "/uploads";
        assertThat(caller.send("GET", uploads).each("uploads", "version_id")).hasSize(1);

        new LinkHolder().put(upload.link("upload"), "bytes");

        assertThat(caller.send("GET", uploads).each("uploads", "version_id")).isEmpty();
        assertThat(caller.send("GET", uploads + "/" + upload.text("version_id")).text("state"))
                .isEqualTo("committed");
    }

    private Caller caller() {
        return new Caller(
                host(), workspace, host().issuer().token(TokenOrder.of(UUID.randomUUID(), workspace, Role.EDITOR)));
    }
}

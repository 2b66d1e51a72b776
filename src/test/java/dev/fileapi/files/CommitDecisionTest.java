package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.VersionRecordBuilder;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommitDecisionTest {

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("situations")
    void whatACommitDoesFollowsFromTheTwoRecords(
            String situation, @Nullable FileRecord file, @Nullable VersionRecord version, CommitDecision expected) {
        assertThat(CommitDecision.of(file, version)).as(situation).isEqualTo(expected);
    }

    static Stream<Arguments> situations() {
        return Stream.of(
                arguments("the file is gone", null, upload(5), CommitDecision.NOTHING),
                arguments("the upload is gone", file(3), null, CommitDecision.NOTHING),
                arguments("the file is being purged", purging(), upload(5), CommitDecision.NOTHING),
                arguments("cancelled", file(3), in(VersionState.CANCELLED), CommitDecision.NOTHING),
                arguments("committed already", file(5), in(VersionState.COMMITTED), CommitDecision.ALREADY_FINISHED),
                arguments("superseded already", file(3), in(VersionState.SUPERSEDED), CommitDecision.ALREADY_FINISHED),
                arguments("a crash after the pointer moved", file(5), upload(5), CommitDecision.FINISH_LATEST),
                arguments(
                        "a crash after the pointer moved, with a condition",
                        file(5),
                        upload(5, UploadCondition.latestIs("\"v3\"")),
                        CommitDecision.FINISH_LATEST),
                arguments("the first version", nascent(), upload(5), CommitDecision.BECOME_LATEST),
                arguments("newer than the latest", file(3), upload(5), CommitDecision.BECOME_LATEST),
                arguments("newer, the file deleted", deleted(3), upload(5), CommitDecision.BECOME_LATEST),
                arguments("older than the latest", file(7), upload(5), CommitDecision.FINISH_OLDER),
                arguments(
                        "the first, asked to be the first",
                        nascent(),
                        upload(5, UploadCondition.noSuchFile()),
                        CommitDecision.BECOME_LATEST),
                arguments(
                        "asked to be the first, and is not",
                        file(3),
                        upload(5, UploadCondition.noSuchFile()),
                        CommitDecision.SUPERSEDE),
                arguments(
                        "over the version it was meant for",
                        file(3),
                        upload(5, UploadCondition.latestIs("\"v3\"")),
                        CommitDecision.BECOME_LATEST),
                arguments(
                        "over another version",
                        file(4),
                        upload(5, UploadCondition.latestIs("\"v3\"")),
                        CommitDecision.SUPERSEDE),
                arguments(
                        "over the version it was meant for, which is newer",
                        file(7),
                        upload(5, UploadCondition.latestIs("\"v7\"")),
                        CommitDecision.SUPERSEDE),
                arguments(
                        "over some version, and there is one",
                        file(3),
                        upload(5, UploadCondition.fileExists()),
                        CommitDecision.BECOME_LATEST),
                arguments(
                        "over some version, and there is a newer one",
                        file(7),
                        upload(5, UploadCondition.fileExists()),
                        CommitDecision.FINISH_OLDER),
                arguments(
                        "over some version, and there is none",
                        nascent(),
                        upload(5, UploadCondition.fileExists()),
                        CommitDecision.SUPERSEDE),
                arguments(
                        "over a version, and there is none",
                        nascent(),
                        upload(5, UploadCondition.latestIs("\"v3\"")),
                        CommitDecision.SUPERSEDE));
    }

    private static FileRecord nascent() {
        return FileRecordBuilder.file("a.txt").nascent().build();
    }

    private static FileRecord file(long latest) {
        return FileRecordBuilder.file("a.txt").latest(version(latest)).build();
    }

    private static FileRecord deleted(long latest) {
        return FileRecordBuilder.from(file(latest)).deletedAt(Instant.EPOCH).build();
    }

    private static FileRecord purging() {
        return FileRecordBuilder.from(file(3)).state(FileState.PURGING).build();
    }

    private static VersionRecord upload(long id) {
        return upload(id, null);
    }

    private static VersionRecord upload(long id, @Nullable UploadCondition condition) {
        return VersionRecordBuilder.version(id).condition(condition).build();
    }

    private static VersionRecord in(VersionState state) {
        return VersionRecordBuilder.version(5).state(state).build();
    }

    /** A version whose ETag is {@code "v}id{@code "}. */
    private static CommittedVersion version(long id) {
        return new CommittedVersion(
                new VersionId(id),
                new BlobInfo(3, "\"v" + id + "\"", "snapshot", null, null),
                VersionDetails.NONE,
                Instant.EPOCH,
                new User(UUID.randomUUID(), null, null));
    }
}

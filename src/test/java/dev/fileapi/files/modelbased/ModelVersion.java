package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionState;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What should be true of a version.
 *
 * @param told the bytes of which a checksum was told; null when none was
 * @param blob what was committed to its blob last; null when nothing was
 * @param sealed contents that a commit cut short may have sealed: one of them then counts, whatever was written since
 * @param recorded what readers get from the end on, unless it is taken back; null before
 */
record ModelVersion(
        VersionState state,
        User issuer,
        Instant linkExpiresAt,
        @Nullable SweepStage check,
        @Nullable Instant checkAt,
        @Nullable UploadCondition condition,
        @Nullable String told,
        Knowledge known,
        @Nullable Content blob,
        Seal seal,
        Set<Content> sealed,
        @Nullable Content recorded) {

    ModelVersion {
        sealed = Set.copyOf(sealed);
    }

    static ModelVersion issued(
            User issuer,
            Instant now,
            @Nullable UploadCondition condition,
            @Nullable String told,
            Map<String, String> tags) {
        return new ModelVersion(
                VersionState.PENDING,
                issuer,
                now.plus(Times.LINK),
                SweepStage.EARLY,
                now.plus(Times.EARLY),
                condition,
                told,
                Knowledge.first(told != null, tags),
                null,
                Seal.OPEN,
                Set.of(),
                null);
    }

    boolean isPending() {
        return state == VersionState.PENDING;
    }

    /** Whether there is something to commit. */
    boolean isUploaded() {
        return isPending() && blob != null;
    }

    boolean isDue(Instant now) {
        return checkAt != null && !checkAt.isAfter(now);
    }

    /** Whether its bytes are still to be read. */
    boolean isToBeRead() {
        return state == VersionState.COMMITTED && !known.read();
    }

    boolean isAsTold() {
        return told == null || (recorded != null && recorded.bytes().equals(told));
    }

    /** Whether it was taken back after it had been committed. */
    boolean wasCommitted() {
        return state == VersionState.REJECTED && recorded != null;
    }

    ModelVersion relinked(Instant now) {
        return scheduled(state, now.plus(Times.LINK), SweepStage.EARLY, now.plus(Times.EARLY));
    }

    ModelVersion checkedNext(SweepStage newCheck, Instant at) {
        return scheduled(state, linkExpiresAt, newCheck, at);
    }

    ModelVersion cancelled() {
        return scheduled(VersionState.CANCELLED, linkExpiresAt, SweepStage.DISCARD, linkExpiresAt.plus(Times.SKEW));
    }

    private ModelVersion scheduled(
            VersionState newState, Instant newLinkExpiresAt, @Nullable SweepStage newCheck, @Nullable Instant at) {
        return new ModelVersion(
                newState, issuer, newLinkExpiresAt, newCheck, at, condition, told, known, blob, seal, sealed, recorded);
    }

    /** Refused, and its bytes removed. */
    ModelVersion rejected(Content.Fit fit) {
        return rejected(linkExpiresAt.plus(Times.SKEW), fit == Content.Fit.NOT_AS_TOLD ? known.failed() : known, null);
    }

    /** Taken back, since its bytes are not those that were told, and removed. */
    ModelVersion takenBack(Instant now) {
        return rejected(now, known.failed(), recorded);
    }

    private ModelVersion rejected(Instant checkedAt, Knowledge newlyKnown, @Nullable Content wasRecorded) {
        return new ModelVersion(
                VersionState.REJECTED,
                issuer,
                linkExpiresAt,
                SweepStage.DISCARD,
                checkedAt,
                condition,
                told,
                newlyKnown,
                null,
                Seal.OPEN,
                Set.of(),
                wasRecorded);
    }

    ModelVersion ended(VersionState newState, Content content) {
        return ended(newState, content, knownOf(content));
    }

    ModelVersion ended(VersionState newState, Content content, Knowledge nowKnown) {
        return new ModelVersion(
                newState, issuer, linkExpiresAt, null, null, condition, told, nowKnown, blob, seal, sealed, content);
    }

    /** What is known of it when it is recorded with these bytes. */
    Knowledge knownOf(Content content) {
        return content.isReadAtOnce() ? known.afterReading() : known;
    }

    ModelVersion afterReading() {
        return with(known.afterReading());
    }

    ModelVersion withTags(Map<String, String> tags) {
        return with(known.withTags(tags));
    }

    private ModelVersion with(Knowledge newlyKnown) {
        return new ModelVersion(
                state,
                issuer,
                linkExpiresAt,
                check,
                checkAt,
                condition,
                told,
                newlyKnown,
                blob,
                seal,
                sealed,
                recorded);
    }

    ModelVersion written(Content content) {
        return stored(content.whereTold(told), Seal.OPEN, sealed);
    }

    ModelVersion sealed(Seal newSeal) {
        return stored(blob, newSeal, sealed);
    }

    /** After a commit that was cut short. */
    ModelVersion perhapsSealed() {
        if (!isUploaded() || seal != Seal.OPEN) {
            return this;
        }
        Set<Content> contents = new HashSet<>(sealed);
        if (blob != null && blob.isFit()) {
            contents.add(blob);
        }
        return stored(blob, Seal.PERHAPS, contents);
    }

    private ModelVersion stored(@Nullable Content newBlob, Seal newSeal, Set<Content> newlySealed) {
        return new ModelVersion(
                state,
                issuer,
                linkExpiresAt,
                check,
                checkAt,
                condition,
                told,
                known,
                newBlob,
                newSeal,
                newlySealed,
                recorded);
    }

    /** What the next commit may find. */
    Set<Content> contents() {
        Set<Content> contents = new HashSet<>(sealed);
        if (blob != null) {
            contents.add(blob);
        }
        return contents;
    }

    /** The part of it that is on record. */
    SeenVersion seen() {
        return new SeenVersion(
                state, issuer, linkExpiresAt, check, checkAt, known, recorded == null ? null : recorded.etag());
    }
}

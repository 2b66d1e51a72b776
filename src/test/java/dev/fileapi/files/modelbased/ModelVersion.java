package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionState;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What should be true of a version.
 *
 * @param blob what was committed to its blob last; null when nothing was
 * @param sealed contents that a commit cut short may have sealed: one of them then counts, whatever was written since
 * @param recorded what readers get for ever; null until the version has ended
 */
record ModelVersion(
        VersionState state,
        User issuer,
        Instant linkExpiresAt,
        @Nullable SweepStage check,
        @Nullable Instant checkAt,
        @Nullable UploadCondition condition,
        @Nullable Content blob,
        Seal seal,
        Set<Content> sealed,
        @Nullable Content recorded) {

    ModelVersion {
        sealed = Set.copyOf(sealed);
    }

    static ModelVersion issued(User issuer, Instant now, @Nullable UploadCondition condition) {
        return new ModelVersion(
                VersionState.PENDING,
                issuer,
                now.plus(Times.LINK),
                SweepStage.EARLY,
                now.plus(Times.EARLY),
                condition,
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

    ModelVersion relinked(Instant now) {
        return new ModelVersion(
                state,
                issuer,
                now.plus(Times.LINK),
                SweepStage.EARLY,
                now.plus(Times.EARLY),
                condition,
                blob,
                seal,
                sealed,
                recorded);
    }

    ModelVersion checkedNext(SweepStage newCheck, Instant at) {
        return new ModelVersion(state, issuer, linkExpiresAt, newCheck, at, condition, blob, seal, sealed, recorded);
    }

    ModelVersion cancelled() {
        return new ModelVersion(
                VersionState.CANCELLED,
                issuer,
                linkExpiresAt,
                SweepStage.DISCARD,
                linkExpiresAt.plus(Times.SKEW),
                condition,
                blob,
                seal,
                sealed,
                recorded);
    }

    /** Refused, and its bytes removed. */
    ModelVersion rejected() {
        return new ModelVersion(
                VersionState.REJECTED,
                issuer,
                linkExpiresAt,
                SweepStage.DISCARD,
                linkExpiresAt.plus(Times.SKEW),
                condition,
                null,
                Seal.OPEN,
                Set.of(),
                null);
    }

    ModelVersion ended(VersionState newState, Content content) {
        return new ModelVersion(newState, issuer, linkExpiresAt, null, null, condition, blob, seal, sealed, content);
    }

    ModelVersion written(Content content) {
        return new ModelVersion(
                state, issuer, linkExpiresAt, check, checkAt, condition, content, Seal.OPEN, sealed, recorded);
    }

    ModelVersion sealed(Seal newSeal) {
        return new ModelVersion(
                state, issuer, linkExpiresAt, check, checkAt, condition, blob, newSeal, sealed, recorded);
    }

    /** After a commit that was cut short. */
    ModelVersion perhapsSealed() {
        if (!isUploaded() || seal != Seal.OPEN) {
            return this;
        }
        Set<Content> contents = new HashSet<>(sealed);
        if (blob != null && blob.fit()) {
            contents.add(blob);
        }
        return new ModelVersion(
                state, issuer, linkExpiresAt, check, checkAt, condition, blob, Seal.PERHAPS, contents, recorded);
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
        return new SeenVersion(state, issuer, linkExpiresAt, check, checkAt, recorded == null ? null : recorded.etag());
    }
}

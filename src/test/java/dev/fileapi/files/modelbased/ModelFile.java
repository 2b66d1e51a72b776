package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionState;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What should be true of a file.
 *
 * @param state null while it is not, or no longer, on record
 * @param checkAt when the sweep is to look at it; null: never
 */
record ModelFile(
        FilePath path,
        @Nullable FileState state,
        @Nullable Instant checkAt,
        @Nullable Deletion deletion,
        @Nullable Pointer latest,
        SortedMap<VersionId, ModelVersion> versions) {

    /** Stands for every file that is not on record. */
    static final ModelFile NONE =
            new ModelFile(new FilePath("none"), null, null, null, null, Collections.emptySortedMap());

    static ModelFile nascent(FilePath path, Instant now) {
        return new ModelFile(path, FileState.LIVE, null, null, null, Collections.emptySortedMap()).touched(now);
    }

    boolean isNascent() {
        return latest == null;
    }

    boolean isLive() {
        return state == FileState.LIVE;
    }

    boolean isDeleted() {
        return state == FileState.DELETED;
    }

    boolean isDue(Instant now) {
        return checkAt != null && !checkAt.isAfter(now);
    }

    boolean isLatest(VersionId id) {
        return latest != null && latest.id().equals(id);
    }

    @Nullable
    ModelVersion version(VersionId id) {
        return versions.get(id);
    }

    /** An upload issued to a nascent file puts off its removal as an empty one. */
    ModelFile touched(Instant now) {
        return isNascent() ? checkedNext(now.plus(Times.LINK).plus(Times.UNFINISHED)) : this;
    }

    ModelFile checkedNext(@Nullable Instant at) {
        return new ModelFile(path, state, at, deletion, latest, versions);
    }

    /** With tags of its latest version, to be looked at a little later if it is not due before. */
    ModelFile tagged(Map<String, String> tags, Instant now) {
        if (latest == null || latest.known().tags().equals(tags)) {
            return this;
        }
        Instant earlier = checkedNotLaterThan(now.plus(Times.EARLY));
        Pointer tagged =
                new Pointer(latest.id(), latest.content(), latest.known().withTags(tags));
        return new ModelFile(path, state, earlier, deletion, tagged, versions);
    }

    private Instant checkedNotLaterThan(Instant check) {
        return checkAt != null && checkAt.isBefore(check) ? checkAt : check;
    }

    ModelFile pointingAt(Pointer version) {
        Instant check = isLive() && isNascent() ? null : checkAt;
        return new ModelFile(path, state, check, deletion, version, versions);
    }

    /** Without a version, as if it were new. */
    ModelFile emptied(Instant now) {
        ModelFile empty = new ModelFile(path, state, checkAt, deletion, null, versions);
        return isLive() ? empty.touched(now) : empty;
    }

    /** At the newest of its committed versions. */
    ModelFile pointingAtNewest(Instant now) {
        return versions.entrySet().stream()
                .filter(version -> version.getValue().state() == VersionState.COMMITTED)
                .reduce((older, newer) -> newer)
                .map(newest -> pointingAt(new Pointer(
                        newest.getKey(),
                        newest.getValue().recorded(),
                        newest.getValue().known())))
                .orElseGet(() -> emptied(now));
    }

    ModelFile deleted(Deletion newDeletion) {
        Instant checkMark = newDeletion.at().plus(Times.EARLY);
        return new ModelFile(path, FileState.DELETED, checkMark, newDeletion, latest, versions);
    }

    ModelFile restored(FilePath newPath, Instant now) {
        return new ModelFile(newPath, FileState.LIVE, now.plus(Times.EARLY), null, latest, versions);
    }

    ModelFile movedTo(FilePath newPath, Instant now) {
        return new ModelFile(newPath, state, checkedNotLaterThan(now.plus(Times.EARLY)), deletion, latest, versions);
    }

    ModelFile purging() {
        return new ModelFile(path, FileState.PURGING, checkAt, deletion, latest, versions);
    }

    ModelFile with(VersionId id, ModelVersion version) {
        SortedMap<VersionId, ModelVersion> changed = new TreeMap<>(versions);
        changed.put(id, version);
        return new ModelFile(path, state, checkAt, deletion, latest, Collections.unmodifiableSortedMap(changed));
    }

    ModelFile without(VersionId id) {
        SortedMap<VersionId, ModelVersion> changed = new TreeMap<>(versions);
        changed.remove(id);
        return new ModelFile(path, state, checkAt, deletion, latest, Collections.unmodifiableSortedMap(changed));
    }

    ModelFile withEach(UnaryOperator<ModelVersion> change) {
        SortedMap<VersionId, ModelVersion> changed = new TreeMap<>(versions);
        changed.replaceAll((id, version) -> change.apply(version));
        return new ModelFile(path, state, checkAt, deletion, latest, Collections.unmodifiableSortedMap(changed));
    }

    /** The part of it that is on record. */
    SeenFile seen() {
        Map<VersionId, SeenVersion> seen = new TreeMap<>();
        versions.forEach((id, version) -> seen.put(id, version.seen()));
        if (state == null) {
            return new SeenFile(null, null, null, null, null, null, null, seen);
        }
        return new SeenFile(
                path,
                state,
                checkAt,
                deletion,
                latest == null ? null : latest.id(),
                latest == null ? null : latest.content().etag(),
                latest == null ? null : latest.known(),
                seen);
    }
}

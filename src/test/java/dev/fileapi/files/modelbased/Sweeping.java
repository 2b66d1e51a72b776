package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionState;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the sweep does to a file: first to its uploads that are due, then to the file itself. */
final class Sweeping {

    private final Instant now;

    Sweeping(Instant now) {
        this.now = now;
    }

    Course sweep(ModelFile file) {
        return Course.inAnyOrder(file, swept -> uploadSteps(file, swept)).then(this::sweepFile);
    }

    /** An upload that this sweep has rejected is for the next one. */
    private Set<ModelFile> uploadSteps(ModelFile before, ModelFile file) {
        Set<ModelFile> next = new LinkedHashSet<>();
        file.versions().forEach((id, version) -> {
            ModelVersion first = before.versions().get(id);
            boolean justRejected = first.isPending() && version.state() == VersionState.REJECTED;
            if (version.isDue(now) && !justRejected) {
                next.addAll(uploadSteps(file, id, version));
            }
        });
        return next;
    }

    private Set<ModelFile> uploadSteps(ModelFile file, VersionId id, ModelVersion version) {
        if (version.isUploaded()) {
            return file.state() == FileState.PURGING
                    ? Set.of(file.with(id, version.checkedNext(SweepStage.DISCARD, now.plus(Times.UNFINISHED))))
                    : Committing.steps(file, id);
        }
        if (version.wasCommitted() && file.isLatest(id) && file.state() != FileState.PURGING) {
            return Set.of(file.pointingAtNewest(now));
        }
        return Set.of(version.isPending() ? unfinishedStep(file, id, version) : withdrawnStep(file, id, version));
    }

    private ModelFile withdrawnStep(ModelFile file, VersionId id, ModelVersion version) {
        Instant linkEnd = version.linkExpiresAt().plus(Times.SKEW);
        Instant discard = version.linkExpiresAt().plus(Times.UNFINISHED);
        return version.state() == VersionState.REJECTED && now.isBefore(discard)
                ? file.with(id, version.checkedNext(SweepStage.DISCARD, now.isBefore(linkEnd) ? linkEnd : discard))
                : file.without(id);
    }

    private ModelFile unfinishedStep(ModelFile file, VersionId id, ModelVersion version) {
        Instant linkEnd = version.linkExpiresAt().plus(Times.SKEW);
        Instant discard = version.linkExpiresAt().plus(Times.UNFINISHED);
        if (now.isBefore(linkEnd)) {
            return file.with(id, version.checkedNext(SweepStage.LINK_ENDED, linkEnd));
        }
        if (!now.isBefore(discard)) {
            return file.without(id);
        }
        Instant late = Times.lateCheck(version.linkExpiresAt(), now);
        return late.isBefore(discard)
                ? file.with(id, version.checkedNext(SweepStage.LATE, late))
                : file.with(id, version.checkedNext(SweepStage.DISCARD, discard));
    }

    private Course sweepFile(ModelFile file) {
        if (!file.isDue(now)) {
            return Course.ended(file, Answers.DONE);
        }
        if (file.isLive()) {
            return file.isNascent() ? Course.ended(emptied(file), Answers.DONE) : settledAndChecked(file, null);
        }
        if (file.isDeleted() && now.isBefore(purgeAt(file))) {
            return settledAndChecked(file, purgeAt(file));
        }
        return Course.at(file.purging())
                .then(purging -> Course.inAnyOrder(purging, Sweeping::withoutNewest))
                .then(empty -> Course.ended(ModelFile.NONE, Answers.DONE));
    }

    private static Course settledAndChecked(ModelFile file, @Nullable Instant next) {
        return Course.at(file)
                .then(due -> Course.at(Committing.settled(due)))
                .then(settled -> Course.ended(settled.checkedNext(next), Answers.DONE));
    }

    private static Instant purgeAt(ModelFile deleted) {
        return deleted.deletion().at().plus(Times.RETENTION);
    }

    private static ModelFile emptied(ModelFile nascent) {
        return nascent.versions().isEmpty()
                ? ModelFile.NONE
                : nascent.checkedNext(nascent.versions()
                        .get(nascent.versions().lastKey())
                        .linkExpiresAt()
                        .plus(Times.UNFINISHED));
    }

    private static Set<ModelFile> withoutNewest(ModelFile file) {
        return file.versions().isEmpty()
                ? Set.of()
                : Set.of(file.without(file.versions().lastKey()));
    }
}

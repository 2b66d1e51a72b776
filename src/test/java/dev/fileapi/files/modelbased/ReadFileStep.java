package dev.fileapi.files.modelbased;

import dev.fileapi.files.FileQuery;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param versionPick null: the latest version */
record ReadFileStep(Place place, @Nullable Integer versionPick, boolean withVersions, boolean evenDeleted)
        implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        var read = real.files().read();
        return real.shown(
                place.byPath()
                        ? read.read(real.workspace(), place.path(), FileQuery.of(version(before), withVersions, false))
                        : read.read(
                                real.workspace(),
                                place.id(before),
                                FileQuery.of(version(before), withVersions, evenDeleted)));
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        FileId id = place.id(before);
        ModelFile file = before.file(id);
        if (file.state() == null || file.state() == FileState.PURGING) {
            return Map.of(id, Course.ended(file, Answers.NOT_FOUND));
        }
        VersionId version = version(before);
        return Map.of(
                id,
                (withVersions ? Committing.noticeHistory(file) : Committing.notice(file))
                        .then(noticed -> shown(noticed, version)));
    }

    private Course shown(ModelFile file, @Nullable VersionId version) {
        Pointer latest = file.latest();
        if (latest == null) {
            return Course.ended(file, Answers.NOT_FOUND);
        }
        if (file.isDeleted() && !evenDeleted) {
            return Course.ended(file, Answers.GONE);
        }
        if (version == null || file.isLatest(version)) {
            User issuer = file.versions().get(latest.id()).issuer();
            return Course.ended(file, shown(file, latest, issuer));
        }
        return Committing.all(file, List.of(version)).then(looked -> shownVersion(looked, version));
    }

    private Course shownVersion(ModelFile file, VersionId id) {
        ModelVersion version = file.version(id);
        return version == null || version.recorded() == null || version.wasCommitted()
                ? Course.ended(file, Answers.NOT_FOUND)
                : Course.ended(
                        file, shown(file, new Pointer(id, version.recorded(), version.known()), version.issuer()));
    }

    private Answers.Shown shown(ModelFile file, Pointer version, User issuer) {
        return new Answers.Shown(
                file.path(), version.id(), issuer, version.content(), withVersions ? history(file) : null);
    }

    private static List<VersionId> history(ModelFile file) {
        return file.versions().keySet().stream()
                .filter(id -> file.versions().get(id).state() == VersionState.COMMITTED)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private @Nullable VersionId version(ModelOfFiles before) {
        List<VersionId> all =
                List.copyOf(before.file(place.id(before)).versions().keySet());
        return versionPick == null ? null : ModelOfFiles.picked(all, versionPick, new VersionId(1));
    }
}

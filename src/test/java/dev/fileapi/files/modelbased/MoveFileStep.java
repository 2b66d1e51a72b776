package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.UploadCondition;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** @param to one of the paths */
record MoveFileStep(int caller, Place place, int to, Condition condition) implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        FileRecord moved = real.files()
                .move()
                .move(
                        real.workspace(),
                        place.byPath() ? place.path() : place.id(before),
                        target(),
                        RealFiles.CALLERS.get(caller),
                        condition(before));
        var latest = Objects.requireNonNull(moved.latest());
        return new Answers.Listed(
                moved.id(), moved.path(), latest.id(), latest.blob().etag());
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        FileId id = place.id(before);
        ModelFile file = before.file(id);
        if (file.state() == null || file.state() == FileState.PURGING) {
            return Map.of(id, Course.ended(file, Answers.NOT_FOUND));
        }
        UploadCondition required = condition(before);
        Course moved = Committing.notice(file).then(noticed -> moved(id, noticed, before, required));
        FileId occupant = before.at(target());
        boolean looksAtOccupant = answer.equals(Answers.PATH_TAKEN) || answer.equals(Answers.CRASHED);
        return looksAtOccupant && !occupant.equals(ModelOfFiles.NOWHERE) && !occupant.equals(id)
                ? Map.of(id, moved, occupant, noticed(before.file(occupant)))
                : Map.of(id, moved);
    }

    /** The refusal says whether the file that has the path has a version yet. */
    private static Course noticed(ModelFile occupant) {
        return Committing.notice(occupant).then(noticed -> Course.ended(noticed, Answers.PATH_TAKEN));
    }

    private Course moved(FileId id, ModelFile file, ModelOfFiles before, @Nullable UploadCondition required) {
        Pointer latest = file.latest();
        if (latest == null) {
            return Course.ended(file, Answers.NOT_FOUND);
        }
        if (file.isDeleted()) {
            return Course.ended(file, Answers.GONE);
        }
        if (!Committing.isMet(required, latest)) {
            return Course.ended(file, Answers.PRECONDITION_FAILED);
        }
        Object shown =
                new Answers.Listed(id, target(), latest.id(), latest.content().etag());
        if (file.path().equals(target())) {
            return Course.ended(file, shown);
        }
        return before.at(target()).equals(ModelOfFiles.NOWHERE)
                ? Course.at(file).then(noticed -> Course.ended(noticed.movedTo(target(), before.now()), shown))
                : Course.ended(file, Answers.PATH_TAKEN);
    }

    private FilePath target() {
        return RealFiles.PATHS.get(to);
    }

    private @Nullable UploadCondition condition(ModelOfFiles before) {
        return condition.of(before.file(place.id(before)));
    }
}

package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.UploadCondition;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

record RestoreFileStep(int caller, int pick, Condition condition) implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        FileId id = before.pickFile(pick);
        var renamed = real.files()
                .restore()
                .restore(real.workspace(), id, RealFiles.CALLERS.get(caller), condition.of(before.file(id)));
        return renamed.isPresent() ? real.shown(renamed.get()) : Answers.DONE;
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        FileId id = before.pickFile(pick);
        ModelFile file = before.file(id);
        if (file.state() == null || file.state() == FileState.PURGING) {
            return Map.of(id, Course.ended(file, Answers.NOT_FOUND));
        }
        UploadCondition required = condition.of(file);
        return Map.of(id, Committing.notice(file).then(noticed -> restored(noticed, before, required)));
    }

    private static Course restored(ModelFile file, ModelOfFiles before, @Nullable UploadCondition required) {
        Pointer latest = file.latest();
        if (latest == null) {
            return Course.ended(file, Answers.NOT_FOUND);
        }
        if (!Committing.isMet(required, latest)) {
            return Course.ended(file, Answers.PRECONDITION_FAILED);
        }
        if (file.isLive()) {
            return Course.ended(file, Answers.DONE);
        }
        FilePath path = freePath(file.path(), before);
        ModelFile restored = file.restored(path, before.now());
        return path.equals(file.path())
                ? Course.ended(restored, Answers.DONE)
                : Course.ended(
                        restored,
                        new Answers.Shown(
                                path,
                                latest.id(),
                                file.versions().get(latest.id()).issuer(),
                                latest.content(),
                                null));
    }

    private static FilePath freePath(FilePath path, ModelOfFiles before) {
        if (isFree(path, before)) {
            return path;
        }
        int dot = path.value().indexOf('.');
        String stem = dot < 0 ? path.value() : path.value().substring(0, dot);
        String extension = dot < 0 ? "" : path.value().substring(dot);
        Optional<FilePath> free = IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> new FilePath(stem + " (restored " + number + ")" + extension))
                .filter(beside -> isFree(beside, before))
                .findFirst();
        return free.orElseThrow();
    }

    private static boolean isFree(FilePath path, ModelOfFiles before) {
        return before.at(path).equals(ModelOfFiles.NOWHERE);
    }
}

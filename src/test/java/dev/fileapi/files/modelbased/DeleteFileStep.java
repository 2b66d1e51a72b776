package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record DeleteFileStep(int caller, Place place, Condition condition) implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        var delete = real.files().delete();
        if (place.byPath()) {
            delete.delete(real.workspace(), place.path(), user(), condition(before));
        } else {
            delete.delete(real.workspace(), place.id(before), user(), condition(before));
        }
        return Answers.DONE;
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        FileId id = place.id(before);
        ModelFile file = before.file(id);
        UploadCondition required = condition(before);
        if (!file.isLive()) {
            boolean met = Committing.isMet(required, null);
            return Map.of(id, Course.ended(file, met ? Answers.DONE : Answers.PRECONDITION_FAILED));
        }
        Course judged = required == null ? Course.at(file) : Condition.judged(file, required);
        Deletion deletion = new Deletion(before.now(), user());
        return Map.of(id, judged.then(now -> Course.ended(now.deleted(deletion), Answers.DONE)));
    }

    private @Nullable UploadCondition condition(ModelOfFiles before) {
        return condition.of(before.file(place.id(before)));
    }

    private User user() {
        return RealFiles.CALLERS.get(caller);
    }
}

package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.UploadCondition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record ChangeTagsStep(int pick, Condition condition, Map<String, String> tags) implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        FileId id = before.pickFile(pick);
        return real.shown(real.files()
                .tags()
                .change(real.workspace(), id, tags, RealFiles.CALLERS.get(0), condition.of(before.file(id))));
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        FileId id = before.pickFile(pick);
        ModelFile file = before.file(id);
        if (file.state() == null || file.state() == FileState.PURGING) {
            return Map.of(id, Course.ended(file, Answers.NOT_FOUND));
        }
        UploadCondition required = condition.of(file);
        return Map.of(id, Committing.notice(file).then(noticed -> changed(noticed, before, required)));
    }

    private Course changed(ModelFile file, ModelOfFiles before, @Nullable UploadCondition required) {
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
        Object shown = new Answers.Shown(
                file.path(), latest.id(), file.versions().get(latest.id()).issuer(), latest.content(), null);
        return Course.at(file.tagged(tags, before.now()))
                .then(tagged -> Course.ended(Committing.settled(tagged), shown));
    }
}

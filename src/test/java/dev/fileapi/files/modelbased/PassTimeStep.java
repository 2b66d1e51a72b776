package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.FileId;
import java.time.Duration;
import java.util.Map;

record PassTimeStep(Duration by) implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        real.clock().move(by);
        return Answers.DONE;
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        return Map.of();
    }
}

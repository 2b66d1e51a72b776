package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.store.SweepReport;
import java.util.Map;
import java.util.stream.Collectors;

/** The timer fires. */
record SweepStep() implements Operation {

    @Override
    public Object on(RealFiles real, ModelOfFiles before) {
        SweepReport report = real.files().sweep().run(before.now().plusSeconds(300));
        return report.finished() && report.failed() == 0 ? Answers.DONE : report;
    }

    @Override
    public Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer) {
        Sweeping sweeping = new Sweeping(before.now());
        return before.fileIds().stream().collect(Collectors.toMap(id -> id, id -> sweeping.sweep(before.file(id))));
    }
}

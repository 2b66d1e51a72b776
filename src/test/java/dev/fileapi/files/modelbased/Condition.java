package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.UploadCondition;
import org.jspecify.annotations.Nullable;

/** What a call is conditional on. */
enum Condition {
    NONE,
    NO_SUCH_FILE,
    FILE_EXISTS,
    OVER_LATEST,
    OVER_ANOTHER;

    /** The condition as the caller states it, who has seen the file's latest version. */
    @Nullable
    UploadCondition of(ModelFile file) {
        Pointer latest = file.latest();
        return switch (this) {
            case NONE -> null;
            case NO_SUCH_FILE -> UploadCondition.noSuchFile();
            case FILE_EXISTS -> UploadCondition.fileExists();
            case OVER_LATEST ->
                UploadCondition.latestIs(
                        latest == null ? "\"none\"" : latest.content().etag());
            case OVER_ANOTHER -> UploadCondition.latestIs("\"another\"");
        };
    }

    /** The course of a call up to its decision: what is noticed before the condition is judged, and a refusal. */
    static Course judged(ModelFile file, UploadCondition required) {
        return Committing.notice(file)
                .then(noticed -> Committing.isMet(required, noticed.latest())
                        ? Course.at(noticed)
                        : Course.ended(noticed, Answers.PRECONDITION_FAILED));
    }
}

package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.FileId;
import java.util.Map;

/** Something that a caller, an event, a timer or time itself does. What it does it to is picked when it is its turn. */
sealed interface Operation
        permits CancelUploadStep,
                ChangeTagsStep,
                DeleteFileStep,
                DeliverEventsStep,
                IssueUploadStep,
                ListFilesStep,
                ListUploadsStep,
                MoveFileStep,
                PassTimeStep,
                PromoteVersionStep,
                ReadFileStep,
                RelinkUploadStep,
                RestoreFileStep,
                SendBytesStep,
                ShowUploadStep,
                SweepStep,
                VerifyStep {

    /**
     * Does it to the real thing.
     *
     * @param before what to pick from
     * @return what the caller gets
     */
    Object on(RealFiles real, ModelOfFiles before);

    /**
     * What it may do to which files; to all others it does nothing.
     *
     * @param answer what it gave, where the model cannot tell that
     */
    Map<FileId, Course> courses(ModelOfFiles before, RealFiles real, Object answer);

    /** Keeps or checks what the files do not show. */
    default void learn(ModelOfFiles after, Object answer) {}
}

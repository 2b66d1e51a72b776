package dev.fileapi.http;

import static dev.fileapi.access.Permission.WRITE;

import dev.fileapi.access.Access;
import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.files.ChangeTags;
import dev.fileapi.files.model.FileId;
import dev.fileapi.http.request.TagsRequest;
import dev.fileapi.http.wire.DownloadFileResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Patch;

/** The tags of a file, the only thing of it that can be changed by itself. */
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/files/{file_id}")
final class FileTagsController {

    private final ChangeTags tags;
    private final FileAnswers answers;

    FileTagsController(ChangeTags tags, FileAnswers answers) {
        this.tags = tags;
        this.answers = answers;
    }

    @Patch
    @Access(WRITE)
    HttpResponse<DownloadFileResponse> change(
            HttpRequest<?> request, WorkspaceAccess caller, FileId file, TagsRequest wanted) {
        return answers.of(
                request, tags.change(caller.workspace(), file, wanted.tags(), caller.user(), wanted.condition()));
    }
}

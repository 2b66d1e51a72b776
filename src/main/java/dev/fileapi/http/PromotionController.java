package dev.fileapi.http;

import static dev.fileapi.access.Permission.WRITE;

import dev.fileapi.access.Access;
import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.files.PromoteVersion;
import dev.fileapi.files.Promotion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.http.request.PromoteRequest;
import dev.fileapi.http.wire.Upload;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

/** An old version of a file as its newest. */
@Controller("/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/files/{file_id}/versions/{version_id}/promote")
@Consumes(MediaType.ALL)
final class PromotionController {

    private final PromoteVersion versions;
    private final FileAnswers answers;

    PromotionController(PromoteVersion versions, FileAnswers answers) {
        this.versions = versions;
        this.answers = answers;
    }

    /** Answers with the file, or with 202 and the copy while that is not a version yet. */
    @Post
    @Access(WRITE)
    HttpResponse<?> promote(
            HttpRequest<?> request, WorkspaceAccess caller, FileId file, VersionId version, PromoteRequest wanted) {
        Promotion promotion = versions.promote(
                caller.workspace(), file, version, caller.user(), wanted.condition(), wanted.idempotencyKey());
        return promotion instanceof Promotion.Underway underway
                ? HttpResponse.accepted().body(Upload.of(underway.copy()))
                : answers.of(request, ((Promotion.Promoted) promotion).file());
    }
}

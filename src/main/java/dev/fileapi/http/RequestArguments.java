package dev.fileapi.http;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.http.request.CompleteUploadsRequest;
import dev.fileapi.http.request.DeleteFilesRequest;
import dev.fileapi.http.request.DeleteRequest;
import dev.fileapi.http.request.DownloadBatchRequest;
import dev.fileapi.http.request.FileUploadsQuery;
import dev.fileapi.http.request.LinkLifetimes;
import dev.fileapi.http.request.ListQuery;
import dev.fileapi.http.request.MoveFilesRequest;
import dev.fileapi.http.request.PromoteRequest;
import dev.fileapi.http.request.ReadRequest;
import dev.fileapi.http.request.RouteUrl;
import dev.fileapi.http.request.TagsRequest;
import dev.fileapi.http.request.UploadBatchRequest;
import dev.fileapi.http.request.UploadListQuery;
import dev.fileapi.http.request.UploadRequest;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What the controllers' methods take as arguments, by type. */
@Factory
final class RequestArguments {

    @Singleton
    RequestArgument<FilePath> filePath() {
        return new RequestArgument<>(FilePath.class, RouteUrl::filePath);
    }

    @Singleton
    RequestArgument<FileId> fileId() {
        return new RequestArgument<>(FileId.class, RouteUrl::fileId);
    }

    @Singleton
    RequestArgument<VersionId> versionId() {
        return new RequestArgument<>(VersionId.class, RouteUrl::versionId);
    }

    @Singleton
    RequestArgument<UploadRequest> uploadRequest() {
        return new RequestArgument<>(UploadRequest.class, UploadRequest::read);
    }

    @Singleton
    RequestArgument<UploadBatchRequest> uploadBatchRequest() {
        return new RequestArgument<>(UploadBatchRequest.class, UploadBatchRequest::read);
    }

    @Singleton
    RequestArgument<DownloadBatchRequest> downloadBatchRequest(LinkLifetimes lifetimes) {
        return new RequestArgument<>(
                DownloadBatchRequest.class, request -> DownloadBatchRequest.read(request, lifetimes));
    }

    @Singleton
    RequestArgument<ReadRequest> readRequest(LinkLifetimes lifetimes) {
        return new RequestArgument<>(ReadRequest.class, request -> ReadRequest.read(request, lifetimes));
    }

    @Singleton
    RequestArgument<FileUploadsQuery> fileUploadsQuery() {
        return new RequestArgument<>(FileUploadsQuery.class, FileUploadsQuery::read);
    }

    @Singleton
    RequestArgument<UploadListQuery> uploadListQuery() {
        return new RequestArgument<>(UploadListQuery.class, UploadListQuery::read);
    }

    @Singleton
    RequestArgument<CompleteUploadsRequest> completeUploadsRequest() {
        return new RequestArgument<>(CompleteUploadsRequest.class, CompleteUploadsRequest::read);
    }

    @Singleton
    RequestArgument<DeleteRequest> deleteRequest() {
        return new RequestArgument<>(DeleteRequest.class, DeleteRequest::read);
    }

    @Singleton
    RequestArgument<DeleteFilesRequest> deleteFilesRequest() {
        return new RequestArgument<>(DeleteFilesRequest.class, DeleteFilesRequest::read);
    }

    @Singleton
    RequestArgument<MoveFilesRequest> moveFilesRequest() {
        return new RequestArgument<>(MoveFilesRequest.class, MoveFilesRequest::read);
    }

    @Singleton
    RequestArgument<PromoteRequest> promoteRequest() {
        return new RequestArgument<>(PromoteRequest.class, PromoteRequest::read);
    }

    @Singleton
    RequestArgument<TagsRequest> tagsRequest() {
        return new RequestArgument<>(TagsRequest.class, TagsRequest::read);
    }

    @Singleton
    RequestArgument<ListQuery> listQuery() {
        return new RequestArgument<>(ListQuery.class, ListQuery::read);
    }
}

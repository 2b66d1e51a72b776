package dev.fileapi.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a call about an upload, which may have been completed. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@ApiResponse(
        responseCode = "400",
        description = "The upload has been completed, or the request is malformed.",
        content =
                @Content(
                        mediaType = ApiDescription.PROBLEM_JSON,
                        schema = @Schema(implementation = ProblemDocument.class),
                        examples = {
                            @ExampleObject(
                                    name = "files/no-file-upload-in-progress",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/files/no-file-upload-in-progress\", \"title\": \"No file upload in progress\", \"status\": 400, \"detail\": \"The upload has been completed.\"}"),
                            @ExampleObject(
                                    name = "bad-request",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/bad-request\", \"title\": \"Bad Request.\", \"status\": 400, \"detail\": \"The request is malformed.\"}")
                        }))
@interface NoUploadInProgress {}

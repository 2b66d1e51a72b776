package dev.fileapi.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a call for an upload link by id. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@Operation(
        parameters = {
            @Parameter(
                    name = "version_id",
                    in = ParameterIn.QUERY,
                    description = ApiDescription.IN_PROGRESS,
                    example = "1701303755570785597",
                    schema = @Schema(type = "string", format = "int64")),
            @Parameter(
                    name = "If-None-Match",
                    in = ParameterIn.HEADER,
                    description = ApiDescription.IF_NONE_MATCH,
                    schema = @Schema(type = "string", allowableValues = "*")),
            @Parameter(
                    name = "If-Match",
                    in = ParameterIn.HEADER,
                    description = ApiDescription.IF_MATCH,
                    example = "\"0x8DBF1A2B3C4D5E6\"",
                    schema = @Schema(type = "string")),
            @Parameter(
                    name = "Idempotency-Key",
                    in = ParameterIn.HEADER,
                    description = ApiDescription.IDEMPOTENCY_KEY,
                    example = "9d1a2f8e",
                    schema = @Schema(type = "string", minLength = 1, maxLength = 255)),
            @Parameter(
                    name = "deleted",
                    in = ParameterIn.QUERY,
                    description = "`false` restores the file if it is deleted, and gives no link.",
                    schema = @Schema(type = "boolean"))
        })
@ApiResponse(
        responseCode = "412",
        description = "The condition of the call is not met.",
        content =
                @Content(
                        mediaType = ApiDescription.PROBLEM_JSON,
                        schema = @Schema(implementation = ProblemDocument.class),
                        examples = {
                            @ExampleObject(
                                    name = "files/precondition-failed",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/files/precondition-failed\", \"title\": \"Precondition Failed.\", \"status\": 412, \"detail\": \"There is a file at this path.\"}")
                        }))
@interface UploadById {}

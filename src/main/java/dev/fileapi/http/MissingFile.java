package dev.fileapi.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a call that there may be no file or version for. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@ApiResponse(
        responseCode = "404",
        description = "There is no such file or version.",
        content =
                @Content(
                        mediaType = ApiDescription.PROBLEM_JSON,
                        schema = @Schema(implementation = ProblemDocument.class),
                        examples = {
                            @ExampleObject(
                                    name = "files/not-found",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/files/not-found\", \"title\": \"File Not Found.\", \"status\": 404, \"detail\": \"There is no such file.\"}")
                        }))
@interface MissingFile {}

package dev.fileapi.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a call that takes a path, which may break a rule. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@ApiResponse(
        responseCode = "400",
        description = "The path breaks a rule, or the request is malformed in another way.",
        content =
                @Content(
                        mediaType = ApiDescription.PROBLEM_JSON,
                        schema = @Schema(implementation = ProblemDocument.class),
                        examples = {
                            @ExampleObject(
                                    name = "files/invalid-path",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/files/invalid-path\", \"title\": \"Invalid Path.\", \"status\": 400, \"detail\": \"The path has an empty segment.\"}"),
                            @ExampleObject(
                                    name = "bad-request",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/bad-request\", \"title\": \"Bad Request.\", \"status\": 400, \"detail\": \"The request is malformed.\"}")
                        }))
@interface InvalidPath {}

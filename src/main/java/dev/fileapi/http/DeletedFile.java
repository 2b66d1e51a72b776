package dev.fileapi.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a call that finds no deleted file. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@ApiResponse(
        responseCode = "410",
        description = "The file is deleted.",
        content =
                @Content(
                        mediaType = ApiDescription.PROBLEM_JSON,
                        schema = @Schema(implementation = ProblemDocument.class),
                        examples = {
                            @ExampleObject(
                                    name = "files/gone",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/files/gone\", \"title\": \"The file has been deleted\", \"status\": 410, \"detail\": \"The file has been deleted.\"}")
                        }))
@interface DeletedFile {}

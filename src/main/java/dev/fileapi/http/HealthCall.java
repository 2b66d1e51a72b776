package dev.fileapi.http;

import io.micronaut.http.MediaType;
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

/** Describes the call for the health of the service. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@Operation(
        parameters = {
            @Parameter(
                    name = "full",
                    in = ParameterIn.QUERY,
                    description = "`true`: an answer in JSON.",
                    schema = @Schema(type = "boolean", defaultValue = "false")),
            @Parameter(
                    name = "check_dependencies",
                    in = ParameterIn.QUERY,
                    description = "Whether the metadata store and blob storage are asked and shown.",
                    schema = @Schema(type = "boolean", defaultValue = "false")),
            @Parameter(
                    name = "strict",
                    in = ParameterIn.QUERY,
                    description = "Whether any failing dependency makes it 503.",
                    schema = @Schema(type = "boolean", defaultValue = "false"))
        })
@ApiResponse(
        responseCode = "200",
        description = "The service is able to serve.",
        content = {
            @Content(
                    mediaType = MediaType.TEXT_PLAIN,
                    schema =
                            @Schema(
                                    type = "string",
                                    allowableValues = {"pass", "degraded", "fail"})),
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Health.class))
        })
@ApiResponse(
        responseCode = "503",
        description = "The service is not able to serve.",
        content = {
            @Content(
                    mediaType = MediaType.TEXT_PLAIN,
                    schema =
                            @Schema(
                                    type = "string",
                                    allowableValues = {"pass", "degraded", "fail"})),
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Health.class))
        })
@ApiResponse(
        responseCode = "422",
        description = "A parameter is neither true nor false.",
        content =
                @Content(
                        mediaType = ApiDescription.PROBLEM_JSON,
                        schema = @Schema(implementation = ProblemDocument.class),
                        examples = {
                            @ExampleObject(
                                    name = "validation",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/validation\", \"title\": \"Validation Error.\", \"status\": 422, \"detail\": \"full: must be true or false\"}")
                        }))
@ApiResponse(
        responseCode = "500",
        description = "The service failed.",
        content =
                @Content(
                        mediaType = ApiDescription.PROBLEM_JSON,
                        schema = @Schema(implementation = ProblemDocument.class),
                        examples = {
                            @ExampleObject(
                                    name = "api-errors",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/api-errors\", \"title\": \"An Error Occurred.\", \"status\": 500, \"detail\": \"The service failed: try again, and tell its operator if that does not help.\"}")
                        }))
@interface HealthCall {}

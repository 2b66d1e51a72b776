package dev.fileapi.http;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes what all calls in a workspace have in common: the token, and how they may fail. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@SecurityRequirement(name = ApiDescription.BEARER)
@ApiResponse(
        responseCode = "401",
        description = "There is no valid token, or it gives no access to the organisation.",
        headers =
                @Header(name = "WWW-Authenticate", description = "Always `Bearer`.", schema = @Schema(type = "string")),
        content =
                @Content(
                        mediaType = ApiDescription.PROBLEM_JSON,
                        schema = @Schema(implementation = ProblemDocument.class),
                        examples = {
                            @ExampleObject(
                                    name = "auth/missing-token",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/auth/missing-token\", \"title\": \"Access Denied.\", \"status\": 401, \"detail\": \"There is no token: send the header Authorization: Bearer <token>.\"}"),
                            @ExampleObject(
                                    name = "auth/invalid-token",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/auth/invalid-token\", \"title\": \"Access Denied.\", \"status\": 401, \"detail\": \"The token gives no access to this organisation.\"}")
                        }))
@ApiResponse(
        responseCode = "403",
        description = "The caller has no or too low a role in the workspace.",
        content =
                @Content(
                        mediaType = ApiDescription.PROBLEM_JSON,
                        schema = @Schema(implementation = InsufficientRoleDocument.class),
                        examples = {
                            @ExampleObject(
                                    name = "auth/insufficient-role",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/auth/insufficient-role\", \"title\": \"Insufficient Role.\", \"status\": 403, \"detail\": \"This needs another role in the workspace.\", \"permitted_roles\": [\"editor\", \"owner\"], \"your_role\": \"viewer\"}")
                        }))
@ApiResponse(
        responseCode = "422",
        description = "A parameter, a header or the body is of the wrong type or out of range.",
        content =
                @Content(
                        mediaType = ApiDescription.PROBLEM_JSON,
                        schema = @Schema(implementation = ProblemDocument.class),
                        examples = {
                            @ExampleObject(
                                    name = "validation",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/validation\", \"title\": \"Validation Error.\", \"status\": 422, \"detail\": \"limit: must be from 1 to 5000\"}")
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
@ApiResponse(
        responseCode = "502",
        description = "The metadata store or blob storage failed or did not answer in time.",
        content =
                @Content(
                        mediaType = ApiDescription.PROBLEM_JSON,
                        schema = @Schema(implementation = ProblemDocument.class),
                        examples = {
                            @ExampleObject(
                                    name = "metadata/store-error",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/metadata/store-error\", \"title\": \"File Metadata Storage Operation Failed.\", \"status\": 502, \"detail\": \"The metadata store failed or did not answer in time: try again.\"}"),
                            @ExampleObject(
                                    name = "bad-gateway",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/bad-gateway\", \"title\": \"Bad Gateway.\", \"status\": 502, \"detail\": \"Blob storage failed or did not answer in time: try again.\"}")
                        }))
@ApiResponse(
        responseCode = "503",
        description = "The metadata store has too much to do, or tokens cannot be checked just now.",
        headers = @Header(name = "Retry-After", description = "Seconds to wait.", schema = @Schema(type = "integer")),
        content =
                @Content(
                        mediaType = ApiDescription.PROBLEM_JSON,
                        schema = @Schema(implementation = ProblemDocument.class),
                        examples = {
                            @ExampleObject(
                                    name = "metadata/store-error",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/metadata/store-error\", \"title\": \"File Metadata Storage Operation Failed.\", \"status\": 503, \"detail\": \"The metadata store has too much to do just now: try again in a moment.\"}"),
                            @ExampleObject(
                                    name = "api-errors",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/api-errors\", \"title\": \"An Error Occurred.\", \"status\": 503, \"detail\": \"The service cannot check tokens just now: try again in a moment.\"}")
                        }))
@ApiResponse(
        responseCode = "4XX",
        description = "Any other refusal has a status of its own and the same form.",
        content =
                @Content(
                        mediaType = ApiDescription.PROBLEM_JSON,
                        schema = @Schema(implementation = ProblemDocument.class),
                        examples = {
                            @ExampleObject(
                                    name = "bad-request",
                                    value =
                                            "{\"type\": \"https://seequent.com/error-codes/file-api/bad-request\", \"title\": \"Bad Request.\", \"status\": 405, \"detail\": \"This address does not take the method PATCH.\"}")
                        }))
@interface WorkspaceCall {}

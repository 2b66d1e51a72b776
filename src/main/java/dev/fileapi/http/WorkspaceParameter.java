package dev.fileapi.http;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the workspace in a URL. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
@Parameter(
        description = "The workspace, one of the organisation.",
        example = "0e8f7c1d-52a4-4f4f-8f8b-6f5f6c0e9d22",
        schema = @Schema(type = "string", format = "uuid"))
@interface WorkspaceParameter {}

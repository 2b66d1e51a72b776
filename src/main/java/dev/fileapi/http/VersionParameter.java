package dev.fileapi.http;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the version of an upload in a URL. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
@Parameter(
        description = "The version that is uploaded.",
        example = "1701303755570785597",
        schema = @Schema(type = "string", format = "int64"))
@interface VersionParameter {}

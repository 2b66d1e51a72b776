package dev.fileapi.http;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the id of a file in a URL. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
@Parameter(
        description = "The file.",
        example = "c2a7d0de-1f0b-4a53-9a55-2f6b1e7b7b33",
        schema = @Schema(type = "string", format = "uuid"))
@interface FileIdParameter {}

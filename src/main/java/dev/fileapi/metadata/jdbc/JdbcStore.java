package dev.fileapi.metadata.jdbc;

import io.micronaut.context.annotation.Requires;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks beans that exist only where the metadata is kept in an SQL database ({@code FILEAPI_STORE=jdbc}). */
@Requires(property = "fileapi.store", value = "jdbc")
@Retention(RetentionPolicy.RUNTIME)
@interface JdbcStore {}

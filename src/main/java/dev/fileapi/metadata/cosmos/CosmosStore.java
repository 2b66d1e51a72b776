package dev.fileapi.metadata.cosmos;

import io.micronaut.context.annotation.Requires;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks beans that exist only where the metadata is kept in Cosmos DB ({@code FILEAPI_STORE=cosmos}). */
@Requires(property = "fileapi.store", value = "cosmos")
@Retention(RetentionPolicy.RUNTIME)
@interface CosmosStore {}

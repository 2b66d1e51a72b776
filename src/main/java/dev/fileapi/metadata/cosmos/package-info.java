/**
 * The metadata store on Azure Cosmos DB for NoSQL: the container {@code files} with a logical partition for each workspace, and
 * {@code versions} with one for each file, since history grows without bound. Their definitions are {@code cosmos/*.json}.
 */
@NullMarked
package dev.fileapi.metadata.cosmos;

import org.jspecify.annotations.NullMarked;

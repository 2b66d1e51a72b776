/**
 * An emulator of Azure Cosmos DB for NoSQL for tests: the gateway's REST protocol over plain HTTP, spoken to Microsoft's unmodified
 * client, in memory. {@link dev.fileapi.local.cosmos.CosmosEmulator} is its front. What it cannot do it answers with 501.
 */
@NullMarked
package dev.fileapi.local.cosmos;

import org.jspecify.annotations.NullMarked;

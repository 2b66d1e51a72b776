package dev.fileapi.blobs.azure.sas;

import java.net.URI;

/**
 * Where links point and what an upload link permits.
 *
 * @param account name of the storage account
 * @param container name of the container of all blobs
 * @param base what links begin with; the container's name follows a slash
 * @param httpsOnly whether links are valid over HTTPS only
 */
public record LinkScope(
        String account, String container, URI base, boolean httpsOnly, UploadPermissions uploadPermissions) {}

package dev.fileapi.local;

import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.blob.models.BlobCorsRule;
import com.azure.storage.blob.models.BlobServiceProperties;
import java.util.List;

/** Lets pages of some origins send bytes to links and fetch them: the rule that {@code infra/modules/files-storage.bicep} sets on Azure. */
record BlobCors(String origins) {

    private static final int MAX_AGE_SECONDS = 3_600;

    /** Sets it on a blob service, which then has no other rule. */
    void set(Azurite azurite) {
        BlobServiceClient service = new BlobServiceClientBuilder()
                .connectionString(azurite.connectionString())
                .buildClient();
        BlobServiceProperties properties = service.getProperties();
        service.setProperties(properties.setCors(List.of(new BlobCorsRule()
                .setAllowedOrigins(origins)
                .setAllowedMethods("GET,HEAD,OPTIONS,PUT")
                .setAllowedHeaders("content-type,content-md5,content-length,if-match,if-none-match,range,x-ms-*")
                .setExposedHeaders(
                        "accept-ranges,content-disposition,content-length,content-md5,content-range,etag,x-ms-*")
                .setMaxAgeInSeconds(MAX_AGE_SECONDS))));
    }
}

package dev.fileapi.blobs.azure.sas;

import static dev.fileapi.blobs.azure.sas.BlobSas.orEmpty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What links are signed with. */
public sealed interface SigningKey {

    /** The key itself, base64. */
    String value();

    /** What a link says about the key it is signed with. */
    Map<String, String> parameters();

    /** What is signed: the fields in the service's order, empty where not used. */
    List<String> fields(BlobSas sas);

    /** The account's own key: makes a service SAS. */
    record AccountKey(String value) implements SigningKey {

        @Override
        public Map<String, String> parameters() {
            return Map.of();
        }

        @Override
        public List<String> fields(BlobSas sas) {
            return List.of(
                    sas.permissions(),
                    "", // start
                    sas.expiry(),
                    sas.canonicalName(),
                    "", // stored access policy
                    "", // address
                    sas.protocol(),
                    sas.version().value(),
                    sas.resource(),
                    orEmpty(sas.snapshot()),
                    "", // encryption scope
                    sas.headers().cacheControl(),
                    sas.headers().contentDisposition(),
                    "", // content encoding
                    "", // content language
                    sas.headers().contentType());
        }

        @Override
        public String toString() {
            return "AccountKey";
        }
    }

    /**
     * A key that the service lent to an identity: makes a user delegation SAS. The service refuses a link that outlives it.
     *
     * @param objectId the identity
     * @param tenantId its tenant
     * @param service for which service, {@code b}
     * @param version of the service that lent it
     */
    record DelegationKey(
            String objectId,
            String tenantId,
            Instant startsAt,
            Instant endsAt,
            String service,
            String version,
            String value)
            implements SigningKey {

        @Override
        public Map<String, String> parameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("skoid", objectId);
            parameters.put("sktid", tenantId);
            parameters.put("skt", BlobSas.time(startsAt));
            parameters.put("ske", BlobSas.time(endsAt));
            parameters.put("sks", service);
            parameters.put("skv", version);
            return parameters;
        }

        @Override
        public List<String> fields(BlobSas sas) {
            List<String> fields = new ArrayList<>();
            Collections.addAll(fields, sas.permissions(), "", sas.expiry(), sas.canonicalName());
            fields.addAll(parameters().values());
            Collections.addAll(fields, "", "", ""); // authorised and unauthorised user, correlation id
            if (sas.version().bindsUsersAndRequests()) {
                Collections.addAll(fields, "", "");
            }
            Collections.addAll(fields, "", sas.protocol(), sas.version().value(), sas.resource());
            Collections.addAll(fields, orEmpty(sas.snapshot()), "");
            if (sas.version().bindsUsersAndRequests()) {
                Collections.addAll(fields, "", "");
            }
            ResponseHeaders headers = sas.headers();
            Collections.addAll(
                    fields, headers.cacheControl(), headers.contentDisposition(), "", "", headers.contentType());
            return fields;
        }

        @Override
        public String toString() {
            return "DelegationKey[" + startsAt + ", " + endsAt + "]";
        }
    }
}

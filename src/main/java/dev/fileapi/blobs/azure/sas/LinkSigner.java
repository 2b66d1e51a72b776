package dev.fileapi.blobs.azure.sas;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs links with one key, whose parts that are the same for every link are made once. */
final class LinkSigner {

    private static final String ALGORITHM = "HmacSHA256";

    private final SigningKey key;
    private final Mac begun;
    private final String parameters;

    LinkSigner(SigningKey key) {
        this.key = key;
        this.begun = begun(key);
        StringBuilder query = new StringBuilder();
        for (Map.Entry<String, String> parameter : key.parameters().entrySet()) {
            BlobSas.append(query, parameter.getKey(), parameter.getValue());
        }
        this.parameters = query.toString();
    }

    boolean signsWith(SigningKey other) {
        return key == other;
    }

    /** What a link says about the key, as a part of its query string. */
    String parameters() {
        return parameters;
    }

    /** The signature, base64. */
    String sign(BlobSas sas) {
        byte[] fields = String.join("\n", key.fields(sas)).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(mac().doFinal(fields));
    }

    /** A copy, since a signature has a state: to find the algorithm and to give it the key costs as much as the signature. */
    private Mac mac() {
        try {
            return (Mac) begun.clone();
        } catch (CloneNotSupportedException e) {
            return begun(key);
        }
    }

    private static Mac begun(SigningKey key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.value()), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM + ".", e);
        }
    }
}

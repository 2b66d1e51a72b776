package dev.fileapi.local.cosmos;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures by the account's key ("Access control on Azure Cosmos DB resources", constructing a hashed token). */
final class MasterKey {

    private final byte[] key;

    MasterKey(String base64) {
        this.key = Base64.getDecoder().decode(base64);
    }

    /** @throws Refusal when the call is not signed by this key */
    void check(Call call) {
        String given = URLDecoder.decode(call.header("authorization"), StandardCharsets.UTF_8);
        String expected = "type=master&ver=1.0&sig=" + signature(call);
        if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8))) {
            throw Refusal.unauthorized();
        }
    }

    private String signature(Call call) {
        String text = call.method().toLowerCase(Locale.ROOT) + "\n"
                + call.resourceType() + "\n"
                + call.resourceLink() + "\n"
                + call.header("x-ms-date").toLowerCase(Locale.ROOT) + "\n"
                + call.header("date").toLowerCase(Locale.ROOT) + "\n";
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256 (Mac)", e);
        }
    }
}

package dev.fileapi.checksum;

import java.util.function.Function;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.EncodableDigest;

/**
 * A digest by Bouncy Castle, whose state can be saved; that of the JDK's {@link java.security.MessageDigest} cannot.
 *
 * @param <D> the digest's type
 */
final class RunningDigest<D extends Digest & EncodableDigest> implements RunningChecksum {

    private final D digest;
    private final Function<byte[], D> resume;

    RunningDigest(D digest, Function<byte[], D> resume) {
        this.digest = digest;
        this.resume = resume;
    }

    @Override
    public void update(byte[] bytes, int offset, int count) {
        digest.update(bytes, offset, count);
    }

    @Override
    public byte[] state() {
        return digest.getEncodedState();
    }

    /** Of a copy: a digest begins anew when its value is taken. */
    @Override
    public byte[] value() {
        D copy = resume.apply(state());
        byte[] value = new byte[copy.getDigestSize()];
        copy.doFinal(value, 0);
        return value;
    }
}

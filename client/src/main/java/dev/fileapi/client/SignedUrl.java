package dev.fileapi.client;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;

/**
 * A link to a blob, renewed before it ends and when the blob service refuses it.
 *
 * <p>When it ends is what the link itself says. Where this machine's clock is so wrong that a fresh link seems to have ended, only a refusal
 * renews it.
 */
final class SignedUrl {

    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final Supplier<URI> renewal;
    private URI current;
    private Instant renewAt;

    /**
     * @param first the link that is there
     * @param renewal makes a fresh one, to the same blob
     */
    SignedUrl(URI first, Supplier<URI> renewal) {
        this.renewal = renewal;
        this.current = first;
        this.renewAt = renewAt(first, Instant.now());
    }

    /** Returns a link that has not ended. */
    synchronized URI current() {
        return Instant.now().isBefore(renewAt) ? current : renew();
    }

    /** Returns another link than one that was refused, unless another thread has it renewed already. */
    synchronized URI after(URI refused) {
        return current.equals(refused) ? renew() : current;
    }

    private URI renew() {
        current = renewal.get();
        renewAt = renewAt(current, Instant.now());
        return current;
    }

    static Instant renewAt(URI link, Instant now) {
        String end = ApiUrl.parameter(link, "se");
        try {
            Instant margin = end == null ? Instant.MAX : Instant.parse(end).minus(MARGIN);
            return margin.isAfter(now) ? margin : Instant.MAX;
        } catch (DateTimeParseException e) {
            return Instant.MAX;
        }
    }

    /** Returns nothing of the link, which is a secret. */
    @Override
    public String toString() {
        return "SignedUrl[…]";
    }
}

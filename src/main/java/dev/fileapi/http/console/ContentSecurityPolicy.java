package dev.fileapi.http.console;

import dev.fileapi.files.store.LinkTarget;
import jakarta.inject.Singleton;

/**
 * What the console's page may load and call ("Content Security Policy Level 3"): itself, blob storage and the provider it signs in at.
 * Nothing that is written into the page is run.
 */
@Singleton
final class ContentSecurityPolicy {

    private final String value;

    ContentSecurityPolicy(ConsoleSettings settings, LinkTarget links) {
        String blobs = links.origin().toString();
        this.value = String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "worker-src 'self'",
                "img-src 'self' data: blob: " + blobs,
                "frame-src " + blobs,
                ("connect-src 'self' " + blobs + " " + settings.authorityOrigin()).strip(),
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'");
    }

    String value() {
        return value;
    }
}

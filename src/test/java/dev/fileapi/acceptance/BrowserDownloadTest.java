package dev.fileapi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.access.Role;
import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.examples.Program;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.HostExtension;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.StoreKind;
import dev.fileapi.local.TokenOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Chromium follows download links that were asked for as {@code inline}. */
class BrowserDownloadTest {

    private static final String PAGE = "<p>shown</p><script>document.write('RAN ' + 6 * 7)</script>";

    @RegisterExtension
    static final HostExtension HOST =
            HostExtension.with(HostOptions.inMemory().withEvents(false).withStore(StoreKind.COSMOS));

    @TempDir
    private static Path profile;

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());
    private final Caller caller = new Caller(
            HOST.host(),
            workspace,
            HOST.host().issuer().token(TokenOrder.of(UUID.randomUUID(), workspace, Role.EDITOR)));

    @Test
    void aTextIsShownAndWhatIsInItDoesNotRun() throws Exception {
        Program.assumeInstalled("chromium");

        assertThat(shown("notes.txt")).contains("shown").doesNotContain("RAN 42");
    }

    /** What the browser has as a document after it followed the link to a file with a page in it, whose type was not told. */
    private String shown(String path) throws IOException, InterruptedException {
        new LinkHolder()
                .put(caller.upload(path).link("upload"), PAGE, "x-ms-blob-content-type", "application/octet-stream");
        String link = caller.read(path + "?disposition=inline").text("download");
        return Program.of(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + profile,
                        "--dump-dom",
                        link)
                .run(profile, Map.of());
    }
}

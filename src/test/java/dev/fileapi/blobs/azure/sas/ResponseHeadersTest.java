package dev.fileapi.blobs.azure.sas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.Disposition;
import dev.fileapi.files.model.Download;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersTest {

    @ParameterizedTest
    @CsvSource({
        "plan.txt, text/plain",
        "a.b.PDF, application/pdf",
        "table.csv, text/csv",
        "data.json, application/json",
        "photo.JPG, image/jpeg",
        "photo.heic, image/heic",
        "notes.md, text/markdown",
        "scene.glb, model/gltf-binary",
        "sheet.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".png, image/png",
        "README, application/octet-stream",
        "png, application/octet-stream",
        "a., application/octet-stream",
        "a.unheard-of, application/octet-stream"
    })
    void aTypeThatWasNotToldIsThatOfTheName(String name, String type) {
        for (String untold : new String[] {
            "", " ", "application/octet-stream", "Application/Octet-Stream", "application/x-www-form-urlencoded"
        }) {
            assertThat(attachment(name, untold).contentType()).as(untold).isEqualTo(type);
        }
        assertThat(attachment(name, null).contentType()).isEqualTo(type);
    }

    @Test
    void aTypeThatWasToldIsKept() {
        assertThat(attachment("a.png", "text/csv; header=present").contentType())
                .isEqualTo("text/csv; header=present");
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, image/png",
        "IMAGE/PNG, image/png",
        "video/mp4; codecs=avc1, video/mp4",
        "audio/mpeg, audio/mpeg",
        "application/pdf, application/pdf",
        "text/plain, text/plain",
        "text/plain;charset=UTF-8, text/plain; charset=UTF-8",
        "text/csv; charset=\"utf-8\", text/plain; charset=utf-8",
        "text/markdown, text/plain",
        "'text/plain; charset=utf-8, text/html', text/plain"
    })
    void whatCannotRunAsAPageIsShownUnderItsName(String recorded, String type) {
        ResponseHeaders shown = inline("ü.bin", recorded);

        assertThat(shown.contentType()).isEqualTo(type);
        assertThat(shown.contentDisposition()).isEqualTo("inline; filename=\"u.bin\"; filename*=UTF-8''%C3%BC.bin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "TEXT/HTML; charset=utf-8",
                "image/svg+xml",
                "image/svg",
                "image/x+xml",
                "text/xml",
                "application/xml",
                "application/xhtml+xml",
                "application/javascript",
                "text/javascript",
                "application/json",
                "multipart/x-mixed-replace",
                "application/zip",
                "image/png, text/html",
                "image/",
                "image",
                ";image/png",
                "*/*"
            })
    void whateverElseIsSaved(String recorded) {
        ResponseHeaders saved = inline("a.txt", recorded);

        assertThat(saved).isEqualTo(attachment("a.txt", recorded));
        assertThat(saved.contentDisposition()).startsWith("attachment; ");
        assertThat(saved.contentType()).isEqualTo(recorded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"page.html", "page.svg", "page.xml", "page.xhtml", "page.js", "page.mjs", "page", "page.bin"})
    void theNameAloneMakesNothingRun(String name) {
        assertThat(inline(name, null).contentDisposition()).startsWith("attachment; ");
    }

    @Test
    void aTypeByNameIsShown() {
        assertThat(inline("a.png", null).contentDisposition()).startsWith("inline; ");
        assertThat(inline("a.png", null).contentType()).isEqualTo("image/png");
    }

    private static ResponseHeaders attachment(String name, @Nullable String recorded) {
        return ResponseHeaders.ofDownload(new Download(name, null, Disposition.ATTACHMENT), recorded);
    }

    private static ResponseHeaders inline(String name, @Nullable String recorded) {
        return ResponseHeaders.ofDownload(new Download(name, null, Disposition.INLINE), recorded);
    }
}

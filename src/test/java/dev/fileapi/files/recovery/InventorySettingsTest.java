package dev.fileapi.files.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.settings.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventorySettingsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_000})
    void aSliceMayHaveNoneToFiveThousandBlobs(int blobs) {
        assertThat(new InventorySettings(blobs).blobs()).isEqualTo(blobs);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5_001})
    void anyOtherNumberStopsTheStart(int blobs) {
        assertThatThrownBy(() -> new InventorySettings(blobs))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("FILEAPI_FILES_INVENTORY_BLOBS");
    }

    @Test
    void theNameIsThatOfTheVariable() {
        assertThatThrownBy(() -> new InventorySettings(-1)).hasMessageContaining("from 0 to 5000");
    }
}

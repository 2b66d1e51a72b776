package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.MetadataStoreException;
import dev.fileapi.startup.FunctionInstancesTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events and ticks record what was uploaded. */
class BlobCreatedFunctionTest {

    private static final String EVENT_GRID =
            "{\"id\":\"1\",\"eventType\":\"%s\",\"subject\":\"/blobServices/default/containers/%s/blobs/%s\",\"data\":{}}";
    private static final String CLOUD_EVENT =
            "{\"specversion\":\"1.0\",\"type\":\"%s\",\"subject\":\"/blobServices/default/containers/%s/blobs/%s\"}";
    private static final String CREATED = "Microsoft.Storage.BlobCreated";

    @RegisterExtension
    static final WebApi api = new WebApi();

    @RegisterExtension
    static final WebApi broken = new WebApi().with(FunctionInstancesTest.storeThatFails());

    @Test
    void inEitherSchemaAloneOrInAnArray() {
        String one = api.uploadedBlob("one.txt");
        String two = api.uploadedBlob("two.txt");
        assertThat(api.recorded()).isZero();

        hear(EVENT_GRID.formatted(CREATED, api.container(), one));
        hear("[" + CLOUD_EVENT.formatted(CREATED, api.container(), two) + "]");
        hear(EVENT_GRID.formatted(CREATED, api.container(), one));

        assertThat(api.recorded()).isEqualTo(2);
        ignoresWhatIsNotOurs();
        assertThat(api.recorded()).isEqualTo(2);
    }

    private void ignoresWhatIsNotOurs() {
        String blob = api.uploadedBlob("three.txt");
        hear(EVENT_GRID.formatted("Microsoft.Storage.BlobDeleted", api.container(), blob));
        hear(EVENT_GRID.formatted(CREATED, "elsewhere", blob));
        hear(EVENT_GRID.formatted(CREATED, api.container(), "some/other/blob"));
        hear("{}");
        hear("[1, \"a\", null]");
        hear("nonsense");
    }

    @Test
    void aFailureIsLetThroughSoThatTheEventComesAgain() {
        String blob = broken.workspace().organisationId() + "/"
                + broken.workspace().workspaceId() + "/5b3cbb6f-7d0b-4f0e-9a06-0d2c0e2f8d11/1";
        BlobCreatedFunction function = broken.instances().getInstance(BlobCreatedFunction.class);

        assertThatThrownBy(() ->
                        function.blobCreated(EVENT_GRID.formatted(CREATED, broken.container(), blob), new NoContext()))
                .isInstanceOf(MetadataStoreException.class);
        broken.instances().getInstance(WarmupFunction.class).warmUp("{}", new NoContext());
    }

    @Test
    void aTickRuns() {
        api.instances().getInstance(SweepFunction.class).sweep("{}", new NoContext());
        api.instances().getInstance(WarmupFunction.class).warmUp("{}", new NoContext());
    }

    @Test
    void aTickTakesTheInventoryFurther() {
        api.instances().getInstance(SweepFunction.class).sweep("{}", new NoContext());

        assertThat(api.blobNames()).contains("inventory");
    }

    private static void hear(String event) {
        api.instances().getInstance(BlobCreatedFunction.class).blobCreated(event, new NoContext());
    }
}

package dev.fileapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkedItemsTest {

    @Test
    void itemsWithNothingInCommonAreApart() {
        assertThat(LinkedItems.groups(List.of(Set.of("a"), Set.of("b"), Set.of())))
                .containsExactly(List.of(0), List.of(1), List.of(2));
    }

    @Test
    void itemsThatShareAPartKeepTheirOrder() {
        assertThat(LinkedItems.groups(List.of(Set.of("a"), Set.of("x"), Set.of("a", "b"), Set.of("b", "c"))))
                .containsExactly(List.of(0, 2, 3), List.of(1));
    }

    @Test
    void aLaterItemJoinsEarlierGroups() {
        assertThat(LinkedItems.groups(List.of(Set.of("a"), Set.of("b"), Set.of("c"), Set.of("c", "a"), Set.of("b"))))
                .containsExactly(List.of(0, 2, 3), List.of(1, 4));
    }

    @Test
    void aLongChainIsOneGroup() {
        List<Set<?>> chain = new ArrayList<>();
        for (int at = 0; at < 1_000; at++) {
            chain.add(Set.of(at, at + 1));
        }

        assertThat(LinkedItems.groups(chain))
                .containsExactly(IntStream.range(0, 1_000).boxed().toList());
    }
}

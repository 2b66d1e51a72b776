package dev.fileapi.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds out which items of a list depend on each other's order: those that have something in common, directly or through others. */
final class LinkedItems {

    private LinkedItems() {}

    /**
     * Returns the places of the items, in groups with nothing in common.
     *
     * @param parts what each item may have in common with others
     * @return each group in the order of the list, as are the groups by their first items
     */
    static List<List<Integer>> groups(List<Set<?>> parts) {
        int[] earlier = new int[parts.size()];
        Map<Object, Integer> seen = new HashMap<>();
        for (int at = 0; at < earlier.length; at++) {
            earlier[at] = at;
            for (Object part : parts.get(at)) {
                Integer before = seen.putIfAbsent(part, at);
                if (before != null) {
                    join(earlier, before, at);
                }
            }
        }
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int at = 0; at < earlier.length; at++) {
            groups.computeIfAbsent(first(earlier, at), unused -> new ArrayList<>())
                    .add(at);
        }
        return List.copyOf(groups.values());
    }

    private static void join(int[] earlier, int one, int other) {
        int first = first(earlier, one);
        int second = first(earlier, other);
        earlier[Math.max(first, second)] = Math.min(first, second);
    }

    private static int first(int[] earlier, int at) {
        int first = at;
        while (earlier[first] != first) {
            earlier[first] = earlier[earlier[first]];
            first = earlier[first];
        }
        return first;
    }
}

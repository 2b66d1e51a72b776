package dev.fileapi.files.modelbased;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * All that one operation may do to one file. Where several steps go on at the same time there is more than one way.
 *
 * @param passed the states between two writes: where a crash may leave the file
 * @param reached where the operation may be now
 */
record Course(Set<ModelFile> passed, Set<Outcome> reached) {

    /** Nothing was done yet. */
    static Course at(ModelFile file) {
        return new Course(Set.of(file), Set.of(new Outcome(file, null)));
    }

    static Course ended(ModelFile file, Object answer) {
        return new Course(Set.of(file), Set.of(new Outcome(file, answer)));
    }

    /** Steps that are taken in any order until none is left to be taken. */
    static Course inAnyOrder(ModelFile file, Function<ModelFile, Set<ModelFile>> steps) {
        Set<ModelFile> passed = new LinkedHashSet<>(Set.of(file));
        Set<Outcome> reached = new LinkedHashSet<>();
        Deque<ModelFile> open = new ArrayDeque<>(passed);
        while (!open.isEmpty()) {
            ModelFile now = open.remove();
            Set<ModelFile> next = steps.apply(now);
            if (next.isEmpty()) {
                reached.add(new Outcome(now, null));
            }
            next.stream().filter(passed::add).forEach(open::add);
        }
        return new Course(passed, reached);
    }

    /** Goes on from wherever no answer was given yet. */
    Course then(Function<ModelFile, Course> next) {
        Set<ModelFile> allPassed = new LinkedHashSet<>(passed);
        Set<Outcome> allReached = new LinkedHashSet<>();
        for (Outcome outcome : reached) {
            if (outcome.answer() != null) {
                allReached.add(outcome);
            } else {
                Course further = next.apply(outcome.file());
                allPassed.addAll(further.passed);
                allReached.addAll(further.reached);
            }
        }
        return new Course(allPassed, allReached);
    }

    Course or(Course other) {
        Set<ModelFile> allPassed = new LinkedHashSet<>(passed);
        allPassed.addAll(other.passed);
        Set<Outcome> allReached = new LinkedHashSet<>(reached);
        allReached.addAll(other.reached);
        return new Course(allPassed, allReached);
    }
}

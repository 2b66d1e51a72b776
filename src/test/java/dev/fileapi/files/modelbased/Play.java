package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilesException;
import dev.fileapi.files.testing.SimulatedCrash;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Does to the real thing what is done to the model, and compares what they show. */
final class Play {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final RealFiles real;
    private final ModelOfFiles model;

    Play(RealFiles real, ModelOfFiles model) {
        this.real = real;
        this.model = model;
    }

    void act(Attempt attempt) {
        real.clock().move(A_MOMENT);
        Object answer = answer(attempt);
        Map<FileId, Course> courses = new HashMap<>(attempt.operation().courses(model, real, answer));
        Map<FileId, ModelFile> after = new HashMap<>();
        model.fileIds().forEach(id -> courses.putIfAbsent(id, Course.ended(model.file(id), answer)));
        courses.forEach((id, course) -> after.put(id, resolved(attempt, id, course, answer)));
        after.forEach(model::put);
        attempt.operation().learn(model, answer);
    }

    private Object answer(Attempt attempt) {
        real.crash().after(attempt.crashAfter() == 0 ? Integer.MAX_VALUE : attempt.crashAfter());
        try {
            Object answer = attempt.operation().on(real, model);
            return real.crash().hasHappened() ? Answers.CRASHED : answer;
        } catch (FilesException refusal) {
            return real.crash().hasHappened() ? Answers.CRASHED : refusal.getClass();
        } catch (SimulatedCrash crash) {
            return Answers.CRASHED;
        } catch (AssertionError racing) {
            if (real.crash().hasHappened()) {
                return Answers.CRASHED;
            }
            throw racing;
        } finally {
            real.crash().after(Integer.MAX_VALUE);
        }
    }

    /** The one of the states that the operation may have led to that is seen. */
    private ModelFile resolved(Attempt attempt, FileId id, Course course, Object answer) {
        SeenFile seen = real.seen(id);
        boolean crashed = answer.equals(Answers.CRASHED);
        Stream<ModelFile> possible = crashed
                ? Stream.concat(
                        course.passed().stream(), course.reached().stream().map(Outcome::file))
                : course.reached().stream()
                        .filter(outcome -> answer.equals(outcome.answer()))
                        .map(Outcome::file);
        ModelFile file = possible.filter(candidate -> candidate.seen().equals(seen))
                .findFirst()
                .orElseThrow(() -> new AssertionError(unexpected(attempt, id, course.reached(), answer, seen)));
        return crashed ? file.withEach(ModelVersion::perhapsSealed) : file;
    }

    private String unexpected(Attempt attempt, FileId id, Set<Outcome> reached, Object answer, SeenFile seen) {
        StringBuilder text = new StringBuilder("%s at %s%nfile   %s%nbefore %s%nanswer %s%nseen   %s"
                .formatted(attempt, model.now(), id, model.file(id).seen(), answer, seen));
        reached.forEach(outcome -> text.append("%nor     %s%n       %s"
                .formatted(outcome.answer(), outcome.file().seen())));
        return text.toString();
    }
}

package dev.fileapi.cli.sync;

import org.jspecify.annotations.Nullable;

/** One step of a plan. Its path is below both folders. */
sealed interface Action {

    String path();

    /** What is done, in one word. */
    String verb();

    /** How many bytes are to be moved. */
    default long size() {
        return 0;
    }

    /** Tells whether a file is deleted, here or in the workspace. */
    default boolean isDeletion() {
        return false;
    }

    /**
     * Sends a file.
     *
     * @param isNew whether there is no file at the path yet
     * @param sha256 in base64; null when it was not needed for the plan
     */
    record Upload(
            String path,
            LocalItem source,
            boolean isNew,
            @Nullable String sha256) implements Action {

        @Override
        public String verb() {
            return "upload";
        }

        @Override
        public long size() {
            return source.size();
        }
    }

    /**
     * Receives a file.
     *
     * @param replaced the file that is there; null when there is none
     */
    record Download(
            String path, RemoteItem source, @Nullable LocalItem replaced) implements Action {

        @Override
        public String verb() {
            return "download";
        }

        @Override
        public long size() {
            return source.size();
        }
    }

    /** Deletes a file of the workspace. */
    record DeleteRemote(String path, RemoteItem file) implements Action {

        @Override
        public String verb() {
            return "delete";
        }

        @Override
        public boolean isDeletion() {
            return true;
        }
    }

    /** Deletes a file of this machine. */
    record DeleteLocal(String path, LocalItem file) implements Action {

        @Override
        public String verb() {
            return "delete";
        }

        @Override
        public boolean isDeletion() {
            return true;
        }
    }

    /** Leaves a link or a device as it is, which is not a failure. */
    record Skip(String path, String reason) implements Action {

        @Override
        public String verb() {
            return "skip";
        }
    }

    /** Leaves out what cannot be read, or cannot be written here; a failure. */
    record Refuse(String path, String reason) implements Action {

        @Override
        public String verb() {
            return "refuse";
        }
    }
}

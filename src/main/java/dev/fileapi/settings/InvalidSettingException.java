package dev.fileapi.settings;

/** A setting is missing or wrong: the start ends with one line that names it. */
public final class InvalidSettingException extends RuntimeException {

    /**
     * @param variable the environment variable, as {@code FILEAPI_STORE}
     * @param why what is wrong with it and what to write instead; never the value of a secret
     */
    public InvalidSettingException(String variable, String why) {
        super(variable + ": " + why);
    }
}

package dev.fileapi.files;

/** How much a list does to find out what is committed. */
public enum CheckEffort {
    /** Within the budget of remote calls: for callers who only read, however often they ask. */
    BOUNDED,
    /** All that the list's own budget allows: for callers who upload, and look for what they have sent. Each upload is recorded once. */
    FULL
}

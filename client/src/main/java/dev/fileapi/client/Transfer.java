package dev.fileapi.client;

/**
 * How a transfer is followed and ended.
 *
 * @param progress learns how far it is
 * @param cancellation ends it
 */
public record Transfer(ProgressListener progress, Cancellation cancellation) {

    /** Returns one that is neither followed nor ended, but by an interrupt. */
    public static Transfer unattended() {
        return new Transfer(ProgressListener.NONE, new Cancellation());
    }

    /** Returns one that is followed, and ended by an interrupt only. */
    public static Transfer followedBy(ProgressListener progress) {
        return new Transfer(progress, new Cancellation());
    }

    /** Returns the same for work that another cancellation ends too. */
    Transfer within(Cancellation inner) {
        return new Transfer(progress, inner);
    }
}

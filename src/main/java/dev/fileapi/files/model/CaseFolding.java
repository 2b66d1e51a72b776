package dev.fileapi.files.model;

/**
 * Makes texts that differ only in the case of their letters equal: each character by itself, by Unicode's simple mappings, as
 * {@link String#equalsIgnoreCase} does. A character's neighbours and the language do not count, so a part of a folded text is the folded
 * part.
 *
 * <ul>
 *   <li>All three sigmas (Σ, σ, ς) are equal.
 *   <li>All four letters i (I, i, İ, ı) are equal.
 *   <li>ẞ equals ß, but neither equals ss; a ligature such as ﬁ does not equal its letters.
 *   <li>Letters with and without an accent differ.
 * </ul>
 */
public final class CaseFolding {

    private CaseFolding() {}

    /** Returns the text folded; folding it again changes nothing. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}

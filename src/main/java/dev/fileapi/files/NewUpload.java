package dev.fileapi.files;

import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FilePath;

/**
 * An upload to a path.
 *
 * @param path of the file
 * @param declaration what is declared for the bytes
 */
public record NewUpload(FilePath path, Declaration declaration) {}

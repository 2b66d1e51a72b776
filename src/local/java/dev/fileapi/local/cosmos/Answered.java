package dev.fileapi.local.cosmos;

/**
 * A call and how it was answered.
 *
 * @param charge in request units
 */
public record Answered(Call call, int status, int subStatus, double charge) {}

package dev.fileapi.client;

/** A header of a request. */
record Header(String name, String value) {}

package dev.fileapi.local.functions;

/** One function as a host knows it before any class is loaded: what a {@code function.json} says. */
public record FunctionDescription(String name, String className, String methodName, Trigger trigger) {}

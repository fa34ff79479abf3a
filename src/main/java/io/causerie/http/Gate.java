package io.causerie.http;

/**
 * What stands before the routes and holds for every request, also for those that no route takes.
 * Shared by all event loops.
 */
public record Gate(
    ClientAddress addresses, Connections connections, RateLimits limits, Refusals refusals) {}

/**
 * The scratch PostgreSQL server on which migrations are replayed: private, short-lived, without
 * superuser rights for what is replayed.
 */
package dev.annals.extract.replay.server;

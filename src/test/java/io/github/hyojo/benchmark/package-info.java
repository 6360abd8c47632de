/**
 * How fast the product is, on this machine. {@link io.github.hyojo.benchmark.SpeedBenchmark} starts the other programs
 * here in JVMs of their own, so that start-up and memory are those of a user's JVM, and prints one table.
 */
package io.github.hyojo.benchmark;

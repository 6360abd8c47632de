/**
 * What an old Java can load, in a jar whose other classes need Java 17: tells so, instead of a stack trace. Compiled for
 * Java 8; it names the other classes in texts alone.
 */
package io.github.hyojo.gate;

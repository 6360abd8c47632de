/**
 * Between ImageJ's images, tables and macros and the core's types; only commands use it.
 */
package io.github.hyojo.imagej;

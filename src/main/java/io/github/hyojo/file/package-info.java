/**
 * How files appear: whole or not at all.
 */
package io.github.hyojo.file;

/**
 * Keeps the libraries that other plugins bring, too, in other versions (TensorFlow's Java API, DJL, JavaCPP) apart from
 * theirs: {@link io.github.hyojo.isolation.Isolated} gives the implementations of the few interfaces behind which all
 * classes are that touch them.
 */
package io.github.hyojo.isolation;

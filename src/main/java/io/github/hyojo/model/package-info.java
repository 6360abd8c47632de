/**
 * What is trained: networks (tables 2 and 3 of the paper), losses (eq. 1-5), methods (table 1), the
 * settings, and the finished model. {@code io.github.hyojo.model.graph} makes TensorFlow's graphs of them.
 */
package io.github.hyojo.model;

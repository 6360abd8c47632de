/**
 * What is trained: networks (tables 2 and 3 of the paper), losses (eq. 1-5), methods (table 1), their TensorFlow graph,
 * the settings, and the finished model.
 */
package io.github.hyojo.model;

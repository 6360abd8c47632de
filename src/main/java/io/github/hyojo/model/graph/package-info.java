/**
 * The graphs of {@code io.github.hyojo.model}'s networks and losses, built with TensorFlow's classes and therefore loaded
 * apart from other plugins' classes.
 */
package io.github.hyojo.model.graph;

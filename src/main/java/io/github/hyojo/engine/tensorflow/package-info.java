/**
 * DJL and TensorFlow: native library, device, loaded models. Loaded apart from other plugins' classes; nothing else knows
 * their handles, but for the graphs that {@code io.github.hyojo.model.graph} builds.
 */
package io.github.hyojo.engine.tensorflow;

/**
 * DJL and TensorFlow: native libraries, device, loaded models. Nothing else knows their handles, but for the graphs
 * that {@code io.github.hyojo.model} builds.
 */
package io.github.hyojo.engine;

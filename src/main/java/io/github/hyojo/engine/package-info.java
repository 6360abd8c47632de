/** TensorFlow as the rest of Hyojo sees it: settings, tensors, loaded models; no class of DJL or TensorFlow. */
package io.github.hyojo.engine;

/**
 * What a model is for: encode, decode, swap, interpolate. Static methods on ImgLib2 types, indexed as SciJava Ops.
 */
package io.github.hyojo.op;

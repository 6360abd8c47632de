/** Finding and steadying faces with OpenCV, loaded apart from other plugins' classes. */
package io.github.hyojo.face.opencv;

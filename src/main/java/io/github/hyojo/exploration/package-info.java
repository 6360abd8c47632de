/**
 * The space of expression features, to move about in: where faces lie in it, what a face looks like anywhere in it. No
 * window, no ImageJ.
 */
package io.github.hyojo.exploration;

/**
 * Hyojo learns continuous facial-expression features without emotion labels. Here is what all its packages share: progress
 * and errors that a user can act on.
 */
package io.github.hyojo;

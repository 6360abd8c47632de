/** Programs that take the pictures of windows in the README, from real runs. They need a display. */
package io.github.hyojo.picture;

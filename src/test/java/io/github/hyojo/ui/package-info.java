/** What drives windows, and the programs that take the pictures of windows in the README. They need a display. */
package io.github.hyojo.ui;

/** The window of Explore Expression Space. Everything here runs on Swing's thread. */
package io.github.hyojo.ui.explorer;

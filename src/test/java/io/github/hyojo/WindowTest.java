package io.github.hyojo;

/** JUnit category of tests that open windows and so need a display. */
public interface WindowTest {}

/**
 * The commands in Fiji's menu: each gathers inputs, calls one object of the core and shows the result.
 */
package io.github.hyojo.command;

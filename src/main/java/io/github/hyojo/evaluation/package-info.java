/**
 * How well a trained method separates expression from identity: recognition as in the paper, and further measures.
 */
package io.github.hyojo.evaluation;

/**
 * How sources become a face dataset: an {@link io.github.hyojo.importing.ImportPlan} says what is recognised and which
 * frames are taken, {@link io.github.hyojo.importing.FaceImporter} decodes and aligns them and writes the dataset, an
 * {@link io.github.hyojo.importing.ImportReport} says what became of each sequence.
 */
package io.github.hyojo.importing;

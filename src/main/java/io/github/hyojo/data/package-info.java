/**
 * What a face dataset is (faces, subjects, sequences, labels, split by subject), how it was imported, and how it is
 * stored: {@link io.github.hyojo.data.FaceDatasetFolder} writes and reads a {@link io.github.hyojo.data.FaceDataset}.
 */
package io.github.hyojo.data;

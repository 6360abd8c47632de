/**
 * What a face dataset is (faces, subjects, sequences, labels, split by subject), and how it is imported and stored.
 * <p>
 * {@link io.github.hyojo.data.FaceImporter} turns a folder of images into a {@link io.github.hyojo.data.FaceDataset};
 * {@link io.github.hyojo.data.FaceDatasetFolder} writes and reads one. A new way to lay out images in folders is a new
 * {@link io.github.hyojo.data.FaceLayout}.
 */
package io.github.hyojo.data;

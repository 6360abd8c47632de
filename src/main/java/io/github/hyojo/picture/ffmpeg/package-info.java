/** Films, decoded by FFmpeg, loaded apart from other plugins' classes. */
package io.github.hyojo.picture.ffmpeg;

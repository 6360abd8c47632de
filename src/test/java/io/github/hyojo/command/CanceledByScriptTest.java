package io.github.hyojo.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.log.LogService;
import org.scijava.prefs.PrefService;
import org.scijava.task.TaskService;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.hyojo.TinyModel;

/** A script that runs a command in another thread can end it. */
public class CanceledByScriptTest {

	@Test
	public void aCommandAtWork() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		ImagePlus endless = new ImagePlus("endless", new VirtualStack(64, 64, null, null) {

			@Override
			public int getSize() {
				return 100_000;
			}

			@Override
			public int size() {
				return getSize();
			}

			@Override
			public ImageProcessor getProcessor(int n) {
				begun.countDown();
				return new ColorProcessor(64, 64);
			}

			@Override
			public String getSliceLabel(int n) {
				return null;
			}
		});
		try (Context context = new Context(TaskService.class, LogService.class, PrefService.class)) {
			CommandModule module = new CommandModule(new CommandInfo(EncodeExpressions.class));
			context.inject(module);
			module.setInput("model", TinyModel.folder().toFile());
			module.setInput("image", endless);
			Thread script = new Thread(module);
			script.start();
			assertTrue(begun.await(2, TimeUnit.MINUTES));
			assertFalse(module.isCanceled());
			module.cancel("It takes too long.");
			script.join(TimeUnit.MINUTES.toMillis(2));
			assertFalse("it goes on", script.isAlive());
			assertTrue(module.isCanceled());
			assertEquals("nobody is told that it failed", Optional.empty(), ((HyojoCommand) module.getDelegateObject())
				.failure());
			assertNull(module.getOutput("features"));
		}
	}
}

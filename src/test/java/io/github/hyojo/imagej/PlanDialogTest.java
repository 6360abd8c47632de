package io.github.hyojo.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.AWTEvent;
import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.TextArea;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.Test;
import org.junit.experimental.categories.Category;

import io.github.hyojo.WindowTest;

/** A person decides by the plan. */
@Category(WindowTest.class)
public class PlanDialogTest {

	@Test
	public void importsOnlyIfThePersonWantsTo() throws Exception {
		assertTrue(answer("Import"));
		assertFalse(answer("Cancel"));
	}

	private static boolean answer(String label) throws Exception {
		CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> PlanDialog.confirm("Frames: 12 found\n"));
		Dialog dialog = null;
		while (dialog == null) {
			assertFalse("answered without a dialog", answer.isDone());
			dialog = (Dialog) Arrays.stream(Window.getWindows()).filter(window -> window instanceof Dialog && window.isShowing())
				.findFirst().orElse(null);
			Thread.sleep(20);
		}
		List<Component> parts = parts(dialog);
		TextArea text = (TextArea) parts.stream().filter(part -> part instanceof TextArea).findFirst().orElseThrow();
		assertEquals("Frames: 12 found\n", text.getText());
		Component button = parts.stream().filter(part -> part instanceof Button b && b.getLabel().strip().equals(label))
			.findFirst().orElseThrow();
		AWTEvent press = new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label);
		button.dispatchEvent(press);
		return answer.get(30, TimeUnit.SECONDS);
	}

	private static List<Component> parts(Container container) {
		List<Component> parts = new ArrayList<>();
		for (Component part : container.getComponents()) {
			parts.add(part);
			if (part instanceof Container inner) parts.addAll(parts(inner));
		}
		return parts;
	}
}

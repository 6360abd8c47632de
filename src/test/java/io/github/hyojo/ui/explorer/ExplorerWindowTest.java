package io.github.hyojo.ui.explorer;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.Point;
import java.util.Arrays;
import java.util.List;

import org.junit.Test;
import org.junit.experimental.categories.Category;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.hyojo.TinyModel;
import io.github.hyojo.WindowTest;
import io.github.hyojo.imagej.DatasetImage;
import io.github.hyojo.imagej.FacesToExplore;
import io.github.hyojo.imagej.TableColumns;

/** The explorer in use. */
@Category(WindowTest.class)
public class ExplorerWindowTest extends OpenExplorer {

	@Test
	public void theFaceFollowsTheMouse() throws Exception {
		await(() -> window.shown().isPresent());
		int[] middle = shown();
		Point from = place(exploration.space().center());
		double[] corner = { exploration.space().data(0).max(), exploration.space().data(1).min() };
		Point to = place(corner);
		drag(from, to);
		double[] position = here();
		// a pixel of the map is about a hundredth of the faces' range
		for (int k = 0; k < 2; k++) assertEquals(corner[k], position[k], exploration.space().data(k).width() / 50);
		awaitFace(position);
		assertFalse("another face", Arrays.equals(middle, shown()));
	}

	@Test
	public void aClickOnAPointChoosesItsFace() throws Exception {
		use.robot().click(map(), place(exploration.space().position(7)));
		assertArrayEquals(exploration.space().position(7), here(), 1e-9);
		assertEquals(7, (int) exploration.chosen().orElseThrow());
		FaceView chosen = use.robot().finder().findByName("chosen", FaceView.class);
		assertArrayEquals(pixels(exploration.faces().image(7)), edt(() -> pixels(chosen.face().orElseThrow())));
		awaitFace(here());
		assertEquals("B 0 0", exploration.person().label());
		use.button("take").click();
		assertEquals(exploration.faces().labels().get(7), exploration.person().label());
		awaitFace(here());
	}

	@Test
	public void slidersGoBeyondTheFaces() throws Exception {
		use.slider("component 3").slideToMaximum();
		double[] position = here();
		assertEquals(exploration.space().reach(2).max(), position[2], 1e-9);
		assertTrue("exaggerated", position[2] > exploration.space().data(2).max());
		assertEquals(0, position[0], 0);
		awaitFace(position);
		use.button("mean").click();
		assertArrayEquals(exploration.space().center(), here(), 0);
		assertEquals("the slider follows", 0, exploration.space().reach(2).min() + exploration.space().reach(2).width() * use
			.slider("component 3").target().getValue() / 1000, exploration.space().reach(2).width() / 1000);
	}

	@Test
	public void anInterpolationBecomesAStack() throws Exception {
		use.button("interpolate").requireDisabled();
		edt(() -> run(() -> exploration.choose(0)));
		use.button("set start").click();
		edt(() -> run(() -> exploration.choose(3)));
		use.button("set end").click();
		use.spinner("images").enterTextAndCommit("5");
		use.button("interpolate").click();
		ImagePlus stack = awaitImage("Interpolated");
		assertEquals(5, stack.getStackSize());
		assertSameFace(drawn(exploration.space().position(0)), (int[]) stack.getStack().getPixels(1));
		assertSameFace(drawn(exploration.space().position(3)), (int[]) stack.getStack().getPixels(5));
		assertTrue(stack.getStack().getSliceLabel(5), stack.getStack().getSliceLabel(5).startsWith("B 0 0 at "));
	}

	@Test
	public void whatIsShownGoesToFiji() throws Exception {
		use.robot().click(map(), place(new double[] { exploration.space().reach(0).min() * 0.9, 0 }));
		awaitFace(here());
		press("face");
		assertSameFace(shown(), (int[]) awaitImage("Explored Face").getProcessor().getPixels());
		press("position");
		press("mean");
		press("position");
		ResultsTable positions = awaitTable("Explored Positions");
		assertEquals(2, positions.size());
		assertEquals(0, positions.getValue("c1", 1), 0);
		assertEquals(exploration.space().expression(exploration.space().center())[63], positions.getValue("e64", 1), 1e-6);
		press("map");
		awaitImage("Expression Map");
		press("table");
		ResultsTable all = awaitTable("Expression Map Positions");
		assertEquals(12, all.size());
		assertEquals("B", all.getStringValue("subject", 4));
		assertEquals(exploration.space().position(4)[1], all.getValue("c2", 4), 1e-6);
	}

	@Test
	public void thePersonComesFromAnOpenImage() throws Exception {
		use.button("from image").click();
		use.label("status").requireText("There is no open image: open one first, then take the person from it.");
		ImagePlus image = DatasetImage.of(TinyModel.FACES, "people");
		image.show();
		image.setSlice(10);
		takeFrom("people, slice 10");
		await(() -> exploration.person().label().equals("C 1 0"));
		assertArrayEquals(exploration.space().identity(9), exploration.person().identity(), 1e-4f);
		awaitFace(here());
	}

	@Test
	public void pointsAreColouredByAnyColumn() throws Exception {
		for (String column : List.of("subject", "sequence", "frame", "expression", "intensity", "test")) {
			use.comboBox("color").selectItem(column);
			use.robot().waitForIdle();
		}
		ResultsTable ages = new ResultsTable(12);
		for (int i = 0; i < 12; i++) ages.setValue("age", i, 20 + i);
		ages.show("Ages");
		new ResultsTable(5).show("Of other faces");
		awaitTable("Of other faces");
		assertEquals(List.of("Ages"), TableColumns.open(12));
		takeFromTable("Ages");
		await(() -> status().equals("The points can be coloured by the columns of \"Ages\" now."));
		use.comboBox("color").selectItem("age");
		use.robot().waitForIdle();
		MapColors colors = MapColors.of(FacesToExplore.groups(exploration.faces(), "age"));
		assertEquals(new MapColors.Numbers(20, 31), colors.numbers());
		assertEquals(3, MapColors.of(FacesToExplore.groups(exploration.faces(), "subject")).groups().size());
	}
}

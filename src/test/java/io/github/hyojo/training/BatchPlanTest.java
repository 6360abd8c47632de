package io.github.hyojo.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.Test;

import io.github.hyojo.HyojoException;
import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.Stage;

public class BatchPlanTest {

	/** Faces of subjects, named by a letter each. */
	private static List<String> names(String letters) {
		return letters.chars().mapToObj(Character::toString).toList();
	}

	private static Epoch identity(int number) {
		return new Epoch(number, 1, Stage.IDENTITY, number);
	}

	private static Epoch expression(int number) {
		return new Epoch(number, 1, Stage.EXPRESSION, number);
	}

	private static int[] counts(List<Batch> epoch, int faces) {
		int[] counts = new int[faces];
		epoch.forEach(batch -> IntStream.of(batch.faces()).forEach(face -> counts[face]++));
		return counts;
	}

	private static void checkPartners(List<String> names, List<Batch> epoch) {
		for (Batch batch : epoch) {
			for (int i = 0; i < batch.faces().length; i++) {
				int face = batch.faces()[i];
				assertNotEquals(face, batch.partners()[i]);
				assertEquals(names.get(face), names.get(batch.partners()[i]));
			}
			assertEquals("the identity stage needs no donors", 0, batch.donors().length);
		}
	}

	private static void checkDonors(List<String> names, List<Batch> epoch) {
		for (Batch batch : epoch) {
			for (int i = 0; i < batch.faces().length; i++) {
				assertNotEquals(names.get(batch.faces()[i]), names.get(batch.faces()[batch.donors()[i]]));
			}
			assertEquals("the expression stage needs no partners", 0, batch.partners().length);
		}
	}

	@Test
	public void everyFaceOncePerEpoch() {
		List<String> names = names("AABBBAABCCCBB");
		for (int batch : new int[] { 2, 3, 4, 6, 12, 13, 100 }) {
			BatchPlan plan = new BatchPlan(names, Method.CONVENTIONAL, batch, 1);
			for (int number = 1; number <= 20; number++) {
				List<Batch> epoch = plan.epoch(identity(number));
				int[] once = new int[13];
				Arrays.fill(once, 1);
				assertArrayEquals(once, counts(epoch, 13));
				assertEquals(plan.steps(), epoch.size());
				for (Batch b : epoch) assertEquals(b.faces().length, b.partners().length);
				for (Batch b : plan.epoch(expression(number))) {
					assertEquals("no donors without the switch loss", 0, b.donors().length);
				}
			}
		}
	}

	@Test
	public void stepsAndSizes() {
		assertEquals(1, new BatchPlan(names("AAAABBBB"), Method.CONVENTIONAL, 8, 1).steps());
		assertEquals(2, new BatchPlan(names("AAAABBBB"), Method.CONVENTIONAL, 7, 1).steps());
		// 13 faces in batches of at most 4: 4 steps of 3, 3, 3 and 4
		List<Batch> epoch = new BatchPlan(names("AABBBAABCCCBB"), Method.CONVENTIONAL, 4, 1).epoch(identity(1));
		assertEquals(List.of(3, 3, 3, 4), epoch.stream().map(b -> b.faces().length).sorted().toList());
		// three faces in batches of 2: one of 3 rather than one with a single face, whose batch would have no donor
		assertEquals(1, new BatchPlan(names("AAA"), Method.CONVENTIONAL, 2, 1).steps());
	}

	@Test
	public void partnersShareTheSubjectAndDonorsDoNot() {
		List<String> names = names("AABBBAABCCCBB");
		for (int batch : new int[] { 2, 3, 5, 13 }) {
			BatchPlan plan = new BatchPlan(names, Method.SWITCH, batch, 7);
			for (int number = 1; number <= 50; number++) {
				checkPartners(names, plan.epoch(identity(number)));
				checkDonors(names, plan.epoch(expression(number)));
			}
		}
	}

	@Test
	public void everyOtherImageOfTheSubjectBecomesAPartnerOneTime() {
		BatchPlan plan = new BatchPlan(names("AAAABB"), Method.CONVENTIONAL, 6, 1);
		Set<Integer> partners = IntStream.rangeClosed(1, 100).boxed().flatMap(number -> plan.epoch(identity(number)).stream()).flatMap(
			batch -> IntStream.range(0, 6).filter(i -> batch.faces()[i] == 1).mapToObj(i -> batch.partners()[i])).collect(
				Collectors.toSet());
		assertEquals(Set.of(0, 2, 3), partners);
	}

	@Test
	public void aFaceJoinsABatchOfOneSubjectOnly() {
		List<String> names = Stream.concat(Collections.nCopies(30, "A").stream(), Stream.of("B", "B")).toList();
		BatchPlan plan = new BatchPlan(names, Method.SWITCH, 4, 3);
		boolean joined = false;
		for (int number = 1; number <= 20; number++) {
			List<Batch> epoch = plan.epoch(expression(number));
			checkDonors(names, epoch);
			int[] counts = counts(epoch, 32);
			for (int face = 0; face < 30; face++) assertEquals(1, counts[face]);
			assertTrue(counts[30] >= 1 && counts[31] >= 1);
			joined |= epoch.stream().anyMatch(batch -> batch.faces().length == 5);
			// 8 batches and two faces of B: at least 6 of them joined
			assertTrue(counts[30] + counts[31] >= 8);
		}
		assertTrue(joined);
	}

	@Test
	public void theSeedAndTheEpochDecide() {
		List<String> names = names("AAAABBBBCCCC");
		List<Batch> epoch = new BatchPlan(names, Method.SWITCH, 4, 1).epoch(expression(2));
		List<Batch> again = new BatchPlan(names, Method.SWITCH, 4, 1).epoch(expression(2));
		for (int i = 0; i < 3; i++) {
			assertArrayEquals(epoch.get(i).faces(), again.get(i).faces());
			assertArrayEquals(epoch.get(i).donors(), again.get(i).donors());
		}
		assertFalse(Arrays.equals(order(epoch), order(new BatchPlan(names, Method.SWITCH, 4, 1).epoch(expression(3)))));
		assertFalse(Arrays.equals(order(epoch), order(new BatchPlan(names, Method.SWITCH, 4, 2).epoch(expression(2)))));
	}

	/** So that a method can go on from the identity stage of another one. */
	@Test
	public void theIdentityStageIsTheSameForAllMethods() {
		List<String> names = names("AABBBAABCCCBB");
		List<Batch> one = new BatchPlan(names, Method.CONVENTIONAL, 4, 1).epoch(identity(2));
		List<Batch> other = new BatchPlan(names, Method.SWITCH, 4, 1).epoch(identity(2));
		for (int i = 0; i < 4; i++) {
			assertArrayEquals(one.get(i).faces(), other.get(i).faces());
			assertArrayEquals(one.get(i).partners(), other.get(i).partners());
		}
	}

	@Test
	public void aMethodOfOneStageNeedsNoSecondImageOfASubject() {
		List<Batch> epoch = new BatchPlan(names("AABCC"), Method.VAE, 5, 1).epoch(new Epoch(1, 1, Stage.JOINT, 1));
		assertEquals(5, epoch.get(0).faces().length);
		assertEquals(0, epoch.get(0).partners().length);
	}

	private static int[] order(List<Batch> epoch) {
		return epoch.stream().flatMapToInt(batch -> IntStream.of(batch.faces())).toArray();
	}

	@Test
	public void facesThatCannotBeTrainedOn() {
		refused("Subject B has one training image only", "AABCC", Method.CONVENTIONAL);
		refused("A is the only one: add a subject, or choose the method conventional", "AAA", Method.SWITCH);
		refused("no training image", "", Method.CONVENTIONAL);
		assertEquals(1, new BatchPlan(names("AAA"), Method.CONVENTIONAL, 4, 1).epoch(identity(1)).size());
	}

	private static void refused(String words, String letters, Method method) {
		String message = assertThrows(HyojoException.class, () -> new BatchPlan(names(letters),
			method, 4, 1)).getMessage();
		assertTrue(message, message.contains(words));
	}
}

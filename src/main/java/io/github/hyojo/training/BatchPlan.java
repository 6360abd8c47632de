package io.github.hyojo.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.hyojo.HyojoException;
import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.Stage;

/**
 * Which faces make up the steps of an epoch: every face once (and once more where it joins a batch that has one subject
 * only), in an order, with the partners or donors that the stage needs, that depend on the seed and the epoch alone.
 */
final class BatchPlan {

	private final int[] subjects;
	private final Map<Integer, int[]> faces = new LinkedHashMap<>();
	private final int batch;
	private final boolean donors;
	private final long seed;

	/**
	 * @param names the subject of each face
	 * @param method decides whether faces need another image of their subject, or one of another subject
	 * @param batch largest number of faces in a step
	 * @param seed of the training
	 * @throws HyojoException if that is needed and a subject has one face only, or there is one subject only
	 */
	BatchPlan(List<String> names, Method method, int batch, long seed) {
		this.batch = batch;
		donors = method.switching();
		this.seed = seed;
		List<String> distinct = names.stream().distinct().toList();
		subjects = names.stream().mapToInt(distinct::indexOf).toArray();
		Map<Integer, List<Integer>> lists = new LinkedHashMap<>();
		for (int i = 0; i < subjects.length; i++) {
			lists.computeIfAbsent(subjects[i], s -> new ArrayList<>()).add(i);
		}
		lists.forEach((subject, list) -> {
			if (list.size() == 1 && method.stages().contains(Stage.IDENTITY)) {
				throw new HyojoException("Subject " + distinct.get(subject)
					+ " has one training image only, and the identity stage needs another one of the same subject: add images or "
					+ "leave the subject out.");
			}
			faces.put(subject, list.stream().mapToInt(Integer::intValue).toArray());
		});
		if (names.isEmpty()) throw new HyojoException("There is no training image: check the split into subjects.");
		if (donors && distinct.size() == 1) {
			throw new HyojoException("The switch loss takes expressions from other subjects, and " + distinct.get(0)
				+ " is the only one: add a subject, or choose the method conventional.");
		}
	}

	/** @return steps of an epoch */
	int steps() {
		return steps(subjects.length, batch);
	}

	/**
	 * @param faces that are trained on
	 * @param batch largest number of faces in a step
	 * @return steps of an epoch
	 */
	static int steps(int faces, int batch) {
		int steps = (faces + batch - 1) / batch;
		// of nearly equal batches, none may be left with a single face
		return Math.max(1, Math.min(steps, faces / 2));
	}

	/** @return the largest number of faces that a batch may have */
	int largest() {
		return (subjects.length + steps() - 1) / steps() + 1; // one may join
	}

	/** @return the batches of an epoch */
	List<Batch> epoch(Epoch epoch) {
		Random random = new Random(seed * 1_000_003 + epoch.number());
		boolean withDonors = donors && epoch.stage() == Stage.EXPRESSION;
		int[] order = shuffled(random);
		List<Batch> batches = new ArrayList<>();
		int steps = steps();
		for (int step = 0; step < steps; step++) {
			int from = (int) ((long) order.length * step / steps);
			int to = (int) ((long) order.length * (step + 1) / steps);
			int[] members = Arrays.copyOfRange(order, from, to);
			if (withDonors) members = mixed(members, random);
			int[] partners = epoch.stage() == Stage.IDENTITY ? partners(members, random) : new int[0];
			batches.add(new Batch(members, partners, withDonors ? donors(members, random) : new int[0]));
		}
		return batches;
	}

	private int[] shuffled(Random random) {
		int[] order = new int[subjects.length];
		for (int i = 0; i < order.length; i++) {
			int j = random.nextInt(i + 1);
			order[i] = order[j];
			order[j] = i;
		}
		return order;
	}

	/** Where a batch has one subject only, a face of another one joins it. */
	private int[] mixed(int[] members, Random random) {
		int[] others = others(IntStream.range(0, subjects.length).toArray(), subjects[members[0]]);
		if (others(members, subjects[members[0]]).length > 0) return members;
		int[] joined = Arrays.copyOf(members, members.length + 1);
		joined[members.length] = others[random.nextInt(others.length)];
		return joined;
	}

	/** Places in an array of faces where the subject is another one. */
	private int[] others(int[] members, int subject) {
		return IntStream.range(0, members.length).filter(i -> subjects[members[i]] != subject).toArray();
	}

	private int[] partners(int[] members, Random random) {
		return IntStream.of(members).map(face -> partner(face, random)).toArray();
	}

	private int partner(int face, Random random) {
		int[] same = faces.get(subjects[face]);
		int other = same[random.nextInt(same.length - 1)];
		return other == face ? same[same.length - 1] : other;
	}

	private int[] donors(int[] members, Random random) {
		int[] result = new int[members.length];
		for (int i = 0; i < members.length; i++) {
			int[] others = others(members, subjects[members[i]]);
			result[i] = others[random.nextInt(others.length)];
		}
		return result;
	}
}

package org.riskcensus.pipeline.job.join;

import java.util.List;

/**
 * By which classes the right rows are taken together, nothing of it checked.
 *
 * @param field of the right side that names the class; empty where it was left out
 * @param order classes from the highest, or one name of a code list, with {@code reverse:} before
 *     it where its first entry is the lowest; empty: numbers, the largest the highest
 */
public record ClassRequest(String field, List<String> order) {}

/**
 * Assessment methods as data: {@code schemas/methods/*.yaml} become the records that the core
 * computes with, every problem told at once.
 */
@NullMarked
package org.riskcensus.pipeline.method;

import org.jspecify.annotations.NullMarked;

/** Phrases for people, in Chinese and English. */
@NullMarked
package org.riskcensus.pipeline.words;

import org.jspecify.annotations.NullMarked;

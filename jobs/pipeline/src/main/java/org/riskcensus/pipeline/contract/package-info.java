/**
 * What the data is, read from {@code schemas/}: table contracts, code lists and audit rules as
 * records. Tables, checks, labels and documentation all follow from them; no second list of columns
 * exists.
 */
@NullMarked
package org.riskcensus.pipeline.contract;

import org.jspecify.annotations.NullMarked;

/**
 * Hazard meets exposure inside a cell, and the indices of exposure, vulnerability, capacity and
 * risk.
 */
@NullMarked
package org.riskcensus.core.risk;

import org.jspecify.annotations.NullMarked;

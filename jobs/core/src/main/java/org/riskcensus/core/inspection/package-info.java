/** Sampling inspection 质量抽检: how many objects are drawn, and what their verdicts say of all. */
@NullMarked
package org.riskcensus.core.inspection;

import org.jspecify.annotations.NullMarked;

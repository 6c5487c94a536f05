/** Damage of assets under water, and the annual loss to be expected of it (期望年损失). */
@NullMarked
package org.riskcensus.core.damage;

import org.jspecify.annotations.NullMarked;

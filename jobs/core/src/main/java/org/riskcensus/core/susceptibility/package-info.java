/**
 * Geohazard susceptibility 地质灾害易发性 by the information-value method 信息量法: how much more often than
 * by chance hazard points lie in a class of a factor, and what that says of a place.
 */
@NullMarked
package org.riskcensus.core.susceptibility;

import org.jspecify.annotations.NullMarked;

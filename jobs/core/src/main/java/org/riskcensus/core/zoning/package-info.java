/** Prevention zones 防治区划: the class of a cell and the polygons that tile a county. */
@NullMarked
package org.riskcensus.core.zoning;

import org.jspecify.annotations.NullMarked;

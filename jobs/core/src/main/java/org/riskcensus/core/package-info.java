/** The census domain in plain Java and JTS: no Spark, no files, no clock, no logging. */
@NullMarked
package org.riskcensus.core;

import org.jspecify.annotations.NullMarked;

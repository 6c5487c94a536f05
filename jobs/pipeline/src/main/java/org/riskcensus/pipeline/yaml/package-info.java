/**
 * YAML with places: every node knows its file and line, so that all problems of all definition
 * files are told together, each with where it is.
 */
@NullMarked
package org.riskcensus.pipeline.yaml;

import org.jspecify.annotations.NullMarked;

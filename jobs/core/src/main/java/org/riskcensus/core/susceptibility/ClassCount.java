package org.riskcensus.core.susceptibility;

/**
 * What one class of a factor has in a county.
 *
 * @param factor code of the factor
 * @param factorClass the class
 * @param points hazard points in it
 * @param area m² of the county
 */
public record ClassCount(String factor, String factorClass, long points, double area) {}

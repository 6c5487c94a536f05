/**
 * Styles of layers in the four colours: QML, which QGIS reads, and SLD 1.0, which ArcGIS, GeoServer
 * and others read.
 */
@NullMarked
package org.riskcensus.formats.style;

import org.jspecify.annotations.NullMarked;

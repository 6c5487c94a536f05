/** The rules every module keeps, checked over the compiled classes of all of them. */
package org.riskcensus.architecture;

package org.riskcensus.formats.report;

import java.util.List;

/** Lines to sign on 签字栏: a label and room for a hand beside each. */
public record Signatures(List<String> labels) implements Block {}

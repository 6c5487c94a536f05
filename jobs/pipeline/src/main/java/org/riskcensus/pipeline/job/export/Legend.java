package org.riskcensus.pipeline.job.export;

import org.riskcensus.pipeline.contract.CodeList;

/** The language of a legend. */
public enum Legend {
  ZH,
  EN;

  /** The name of a code in this language. */
  String of(CodeList.Entry entry) {
    return this == ZH ? entry.zh() : entry.en();
  }
}

package org.riskcensus.pipeline.progress;

/** Receives what a run is doing; implementations may be called from several threads. */
public interface Progress {

  /** A step of the run begins. */
  void begin(String step, String what);

  /**
   * A part of the current step is done.
   *
   * @param rows rows it handled
   * @param seconds time it took
   */
  void done(String step, String what, long rows, double seconds);

  /** Something the user should know that is no error. */
  void note(String message);

  /** Tells nobody. */
  Progress SILENT =
      new Progress() {
        @Override
        public void begin(String step, String what) {}

        @Override
        public void done(String step, String what, long rows, double seconds) {}

        @Override
        public void note(String message) {}
      };
}

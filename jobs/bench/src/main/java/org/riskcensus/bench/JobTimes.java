package org.riskcensus.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Where the tasks of Spark spend their time: wall and processor seconds by the description of the
 * job, in the order in which these first began. Wall times of jobs side by side overlap.
 */
final class JobTimes extends SparkListener {

  private static final String DESCRIPTION = "spark.job.description";

  private static final class Times {
    long wallMillis;
    long cpuNanos;
    long shuffledBytes;
    long spilledBytes;
  }

  private final Map<String, Times> byDescription = new LinkedHashMap<>();
  private final Map<Integer, String> ofStage = new LinkedHashMap<>();
  private final Map<Integer, String> ofJob = new LinkedHashMap<>();
  private final Map<Integer, Long> started = new LinkedHashMap<>();

  @Override
  public synchronized void onJobStart(SparkListenerJobStart job) {
    String told = job.properties().getProperty(DESCRIPTION, "-");
    byDescription.computeIfAbsent(told, name -> new Times());
    ofJob.put(job.jobId(), told);
    started.put(job.jobId(), job.time());
    scala.jdk.javaapi.CollectionConverters.asJava(job.stageIds())
        .forEach(stage -> ofStage.put((Integer) stage, told));
  }

  @Override
  public synchronized void onJobEnd(SparkListenerJobEnd job) {
    Long start = started.get(job.jobId());
    if (start != null) {
      times(ofJob.getOrDefault(job.jobId(), "-")).wallMillis += job.time() - start;
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
    TaskMetrics metrics = task.taskMetrics();
    if (metrics != null) {
      Times times = times(ofStage.getOrDefault(task.stageId(), "-"));
      times.cpuNanos += metrics.executorCpuTime();
      times.shuffledBytes += metrics.shuffleWriteMetrics().bytesWritten();
      times.spilledBytes += metrics.diskBytesSpilled();
    }
  }

  private Times times(String description) {
    return byDescription.computeIfAbsent(description, name -> new Times());
  }

  /** Prints a line for each description. */
  synchronized void print() {
    byDescription.forEach(
        (name, times) ->
            System.out.printf(
                Locale.ROOT,
                "  %-40s %7.1f s %7.1f CPU s  %6d MB shuffled  %6d MB spilled%n",
                name,
                times.wallMillis / 1e3,
                times.cpuNanos / 1e9,
                times.shuffledBytes >> 20,
                times.spilledBytes >> 20));
  }
}

package dev.avow.k8s.bench;

import dev.avow.k8s.Conformance;
import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifest;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Measures documents per second: read from memory, inspected when read, and both with the sum.
 *
 * <p>The documents are real manifests where they are at hand, a made-up one otherwise.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class EvaluatorBenchmark {

  private static final Path REAL = Conformance.FOLDER.resolve("real");

  private static final String MADE_UP =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: backend, namespace: prod, labels: {app: backend}}
      spec:
        replicas: 2
        template:
          metadata: {labels: {app: backend}}
          spec:
            containers:
              - name: api
                image: registry.example/api:1.0.0
                env: [{name: LEVEL, value: info}]
                ports: [{containerPort: 8080}]
                resources: {limits: {cpu: 500m, memory: 256Mi}}
                securityContext: {readOnlyRootFilesystem: true}
      """;

  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<Manifest> read = new ArrayList<>();
  private final KubernetesEvaluator evaluator =
      KubernetesEvaluator.builder(HardeningProfile.builder().profile(Profile.MULTI_TENANT).build())
          .build();

  /** Counts documents, so that runs over different sources can be compared. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counter {
    /** How many documents were seen. */
    public long documents;
  }

  /** Loads the sources. */
  @Setup
  public void load() throws IOException {
    if (Files.isDirectory(REAL)) {
      try (Stream<Path> files = Files.walk(REAL)) {
        for (Path file : files.filter(EvaluatorBenchmark::isYaml).sorted().toList()) {
          sources.put(file.toString(), Files.readString(file));
        }
      }
    } else {
      IntStream.range(0, 100).forEach(i -> sources.put(i + ".yaml", MADE_UP));
    }
    manifests().forEach(read::add);
  }

  private static boolean isYaml(Path file) {
    return file.toString().endsWith(".yaml") || file.toString().endsWith(".yml");
  }

  private Stream<Manifest> manifests() {
    return sources.entrySet().stream()
        .flatMap(source -> Manifests.of(source.getKey(), source.getValue()).stream());
  }

  /** Reads all sources. */
  @Benchmark
  public void read(Counter counter, Blackhole blackhole) {
    manifests().forEach(blackhole::consume);
    counter.documents += read.size();
  }

  /** Inspects what was read before. */
  @Benchmark
  public void inspect(Counter counter, Blackhole blackhole) {
    read.forEach(manifest -> blackhole.consume(evaluator.inspect(manifest)));
    counter.documents += read.size();
  }

  /** Reads, inspects, judges and sums. */
  @Benchmark
  public Evaluation evaluate(Counter counter) {
    counter.documents += read.size();
    return evaluator.evaluate(this::manifests);
  }
}

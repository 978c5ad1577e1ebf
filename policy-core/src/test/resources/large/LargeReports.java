import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.scan.ScanEvaluator;
import dev.avow.policy.scan.ScanEvidence;
import dev.avow.policy.scan.ScanReport;
import java.nio.file.Path;
import java.time.Instant;

/** Reads the reports that are named, in the heap that it is given, and judges the first. */
final class LargeReports {

  private LargeReports() {}

  public static void main(String[] files) {
    ScanReport first = ScanReport.read(Path.of(files[0]));
    Evaluation evaluation =
        ScanEvaluator.of(SecurityPolicy.named("large").build())
            .evaluate(ScanEvidence.of(first), Instant.parse("2026-11-22T00:00:00Z"));
    System.out.println(evaluation.findings().size());
    for (int i = 1; i < files.length; i++) {
      first = null;
      evaluation = null;
      System.out.println(ScanReport.read(Path.of(files[i])).findings().size());
    }
  }
}

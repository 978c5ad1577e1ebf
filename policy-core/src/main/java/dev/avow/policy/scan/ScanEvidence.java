package dev.avow.policy.scan;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What there is to judge scans by.
 *
 * <pre>{@code
 * ScanEvidence.of(ScanReport.read(file)).deployed(images);
 * }</pre>
 *
 * @param reports the reports of builds
 * @param registryReports the reports that the registry made of what was pushed
 * @param images the images that are deployed; none where nobody says
 */
public record ScanEvidence(
    List<ScanReport> reports, List<ScanReport> registryReports, List<DeployedImage> images) {

  /** Creates evidence; the lists are copied. */
  public ScanEvidence {
    reports = List.copyOf(reports);
    registryReports = List.copyOf(registryReports);
    images = List.copyOf(images);
  }

  /** Returns the evidence of {@code reports}. */
  public static ScanEvidence of(ScanReport... reports) {
    return of(List.of(reports));
  }

  /** Returns the evidence of {@code reports}. */
  public static ScanEvidence of(Collection<ScanReport> reports) {
    return new ScanEvidence(List.copyOf(reports), List.of(), List.of());
  }

  /** Returns this evidence with reports that the registry made. */
  public ScanEvidence inRegistry(Collection<ScanReport> made) {
    return new ScanEvidence(reports, List.copyOf(made), images);
  }

  /** Returns this evidence with the images that are deployed. */
  public ScanEvidence deployed(Collection<DeployedImage> those) {
    return new ScanEvidence(reports, registryReports, List.copyOf(those));
  }

  /** Returns all reports, those of builds first. */
  List<ScanReport> all() {
    return Stream.concat(reports.stream(), registryReports.stream()).toList();
  }
}

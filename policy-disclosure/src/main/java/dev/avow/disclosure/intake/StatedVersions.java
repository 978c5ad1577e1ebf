package dev.avow.disclosure.intake;

import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportStatus;
import dev.avow.policy.version.SupportedVersions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a table of supported versions says word for word: of a branch or version that a row names,
 * and of plain versions in lines such as {@code 0.1.x}. All else is not known.
 */
final class StatedVersions implements VersionSupport {

  private static final Pattern DOT = Pattern.compile("\\.");

  private final SupportedVersions versions;

  StatedVersions(SupportedVersions versions) {
    this.versions = versions;
  }

  @Override
  public Optional<SupportStatus> of(String version, LocalDate day) {
    Optional<SupportRow> row =
        versions.rows().stream().filter(known -> covers(known, version)).findFirst();
    if (row.isEmpty()) {
      return isPlain(version) ? versions.others() : Optional.empty();
    }
    boolean over = row.get().lastDay().filter(day::isAfter).isPresent();
    return Optional.of(over ? SupportStatus.UNSUPPORTED : row.get().status());
  }

  private static boolean covers(SupportRow row, String version) {
    return row.text().equals(version)
        || (row.kind() == SupportRow.Kind.LINE && isPlain(version) && isOf(row.text(), version));
  }

  private static boolean isOf(String line, String version) {
    List<String> pattern = List.of(DOT.split(line, -1));
    List<String> parts = List.of(DOT.split(bare(version), -1));
    if (!pattern.get(pattern.size() - 1).equals("x") || parts.size() < pattern.size()) {
      return false;
    }
    int fixed = pattern.indexOf("x");
    return pattern.subList(0, fixed).equals(parts.subList(0, fixed));
  }

  private static boolean isPlain(String version) {
    String bare = bare(version);
    return !bare.isEmpty()
        && bare.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))
        && Arrays.stream(DOT.split(bare, -1)).noneMatch(String::isEmpty);
  }

  private static String bare(String version) {
    return version.startsWith("v") ? version.substring(1) : version;
  }
}

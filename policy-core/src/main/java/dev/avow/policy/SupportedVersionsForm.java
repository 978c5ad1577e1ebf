package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.choice;
import static dev.avow.policy.document.form.Forms.list;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportStatus;
import dev.avow.policy.version.SupportedVersions;
import dev.avow.policy.version.ask.PreReleases;
import dev.avow.policy.version.scheme.VersionScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the supported versions are written. */
final class SupportedVersionsForm extends ObjectForm<SupportedVersions> {

  private final Entry<List<SupportRow>> rows =
      optional(
          "rows",
          list(SupportRowForm.ROW),
          "Lines, branches and images, each with what it can expect; a text is a supported line.");
  private final Entry<SupportStatus> others =
      optional("others", choice(SupportStatus.values()), "What a version in no row can expect.");
  private final Entry<VersionScheme> scheme =
      optional(
          "scheme",
          choice(schemes(), ""),
          "How versions are read and compared; generic, unless said.");
  private final Entry<PreReleases> preReleases =
      optional(
          "pre-releases",
          choice(PreReleases.values()),
          "Where pre-releases belong; with-their-line, unless said.");
  private final Entry<List<String>> packages =
      optional(
          "packages",
          list(Forms.text()),
          "The package URLs, without a version, and the image repositories that this is about.");

  private static Map<String, VersionScheme> schemes() {
    Map<String, VersionScheme> byName = new LinkedHashMap<>();
    VersionScheme.all().forEach(scheme -> byName.put(scheme.name(), scheme));
    return byName;
  }

  @Override
  protected boolean toleratesGaps() {
    return true;
  }

  @Override
  protected SupportedVersions build(Values values) {
    SupportedVersions versions =
        values.add(SupportedVersions.none(), rows, SupportRow::declaredAt, SupportedVersions::and);
    versions = values.change(versions, others, SupportedVersions::others);
    versions = values.change(versions, scheme, SupportedVersions::scheme);
    versions = values.change(versions, preReleases, SupportedVersions::preReleases);
    for (String one : values.list(packages)) {
      versions = versions.ofPackage(one);
    }
    return versions;
  }

  @Override
  protected void show(SupportedVersions versions, Written into) {
    into.putItems(rows, versions.rows())
        .put(others, versions.others())
        .putUnless(scheme, versions.scheme(), VersionScheme.PLAIN)
        .putUnless(preReleases, versions.preReleases(), PreReleases.WITH_THEIR_LINE)
        .putItems(packages, versions.packages());
  }
}

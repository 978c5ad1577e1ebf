package dev.avow.policy.version;

import dev.avow.policy.version.SupportAnswer.Reason;
import dev.avow.policy.version.ask.Asked;
import dev.avow.policy.version.ask.Missing;
import dev.avow.policy.version.ask.PreReleases;
import dev.avow.policy.version.ask.Release;
import dev.avow.policy.version.ask.SupportQuestion;
import dev.avow.policy.version.line.Coverage;
import dev.avow.policy.version.line.Inquiry;
import dev.avow.policy.version.line.LineLanguage;
import dev.avow.policy.version.scheme.Numbers;
import dev.avow.policy.version.scheme.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows that have been read, ready to be asked. */
final class SupportTable {

  private final SupportedVersions versions;
  private final List<RowPart> parts = new ArrayList<>();
  private final List<Coverage> coverages = new ArrayList<>();

  SupportTable(SupportedVersions versions) {
    this.versions = versions;
    for (SupportRow row : versions.rows()) {
      for (Coverage coverage : RowPart.read(row, versions.scheme())) {
        parts.add(new RowPart(row, coverage));
        coverages.add(coverage);
      }
    }
  }

  /** Returns the parts that are not about images only. */
  List<RowPart> versionParts() {
    return parts.stream().filter(part -> part.row().kind() != SupportRow.Kind.IMAGES).toList();
  }

  /** Returns the parts that surely cover what {@code question} asks about. */
  List<RowPart> covering(SupportQuestion question) {
    Inquiry inquiry = inquiry(question);
    return parts.stream()
        .filter(part -> part.concerns(question.asked()))
        .filter(part -> part.coverage().covers(inquiry).isYes())
        .toList();
  }

  SupportAnswer ask(SupportQuestion question) {
    if (question.asked() instanceof Asked.OfImage image) {
      Optional<Missing> unnamed = ImageTag.missing(image);
      if (unnamed.isPresent()) {
        return SupportAnswer.unknown(question, List.of(), unnamed.get());
      }
      Version tagged = Version.of(ImageTag.release(image), versions.scheme());
      SupportAnswer answer = answer(question, inquiry(question));
      return isSettled(tagged, question, answer)
          ? answer
          : SupportAnswer.unknown(question, answer.rows(), ImageTag.moving(image));
    }
    return answer(question, inquiry(question));
  }

  /** A tag such as 16 or 1.27 moves along its line: whatever release it names, the same holds. */
  private boolean isSettled(Version tagged, SupportQuestion question, SupportAnswer answer) {
    List<String> line = tagged.numbers();
    if (line.size() >= ImageTag.WHOLE || tagged.isPreRelease()) {
      return true;
    }
    Stream<Version> around =
        coverages.stream().flatMap(it -> LineLanguage.around(it, versions.scheme()).stream());
    Stream<Version> released =
        question.releases().in(versions.scheme()).releases().stream()
            .filter(it -> it.isOut(question.day()))
            .map(Release::version);
    return Stream.concat(around, released)
        .filter(it -> Numbers.compare(it.numbers(), line, line.size()) == 0)
        .allMatch(it -> answer(question, inquiry(question, it)).support() == answer.support());
  }

  private SupportAnswer answer(SupportQuestion question, Inquiry inquiry) {
    Candidates candidates = new Candidates(question, inquiry);
    for (RowPart part : parts) {
      if (part.concerns(question.asked())) {
        candidates.ask(part);
      }
    }
    Version version = inquiry.version();
    boolean excluded =
        version != null
            && versions.preReleases() == PreReleases.UNSUPPORTED
            && version.isPreRelease()
            && !candidates.namePreReleases();
    if (excluded) {
      return SupportAnswer.because(Reason.PRE_RELEASE, Support.UNSUPPORTED, question, List.of());
    }
    return candidates.answer().orElseGet(() -> unlisted(question));
  }

  private Inquiry inquiry(SupportQuestion question) {
    if (question.asked() instanceof Asked.OfVersion asked) {
      return inquiry(question, asked.version().in(versions.scheme()));
    }
    if (question.asked() instanceof Asked.OfImage image) {
      return inquiry(question, Version.of(ImageTag.release(image), versions.scheme()));
    }
    return inquiry(question, null);
  }

  private Inquiry inquiry(SupportQuestion question, @Nullable Version version) {
    @Nullable String branch = null;
    boolean head = false;
    boolean tag = question.asked() instanceof Asked.OfImage;
    if (question.asked() instanceof Asked.OfBranch asked) {
      branch = asked.branch();
      head = asked.isHead();
    }
    return new Inquiry(
        version,
        branch,
        head,
        tag,
        question.day(),
        question.releases().in(versions.scheme()),
        versions.preReleases(),
        coverages);
  }

  private SupportAnswer unlisted(SupportQuestion question) {
    return versions
        .others()
        .map(
            status -> SupportAnswer.because(Reason.OTHERS, Support.of(status), question, List.of()))
        .orElseGet(
            () -> SupportAnswer.because(Reason.NO_ROW, Support.NOT_LISTED, question, List.of()));
  }
}

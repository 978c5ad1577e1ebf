package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.list;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import java.util.List;

/** How it is written how vulnerabilities are reported. */
final class ReportingForm extends ObjectForm<Reporting> {

  private final Entry<List<Channel>> channels =
      optional("channels", list(ChannelForm.CHANNEL), "Where reports go, the preferred way first.");
  private final Entry<List<Channel>> never =
      optional("never", list(ChannelForm.CHANNEL), "Where reports must never go.");
  private final Entry<List<Channel>> comments =
      optional(
          "comments",
          list(ChannelForm.CHANNEL),
          "Where comments on the policy itself are welcome; nothing about vulnerabilities.");
  private final Entry<List<ReportItem>> contents =
      optional("contents", list(ReportItemForm.ITEM), "What a report contains.");

  @Override
  protected boolean toleratesGaps() {
    return true;
  }

  @Override
  protected Reporting build(Values values) {
    Reporting reporting = Reporting.none();
    reporting = values.add(reporting, channels, Channel::declaredAt, Reporting::to);
    reporting = values.add(reporting, never, Channel::declaredAt, Reporting::neverTo);
    reporting = values.add(reporting, comments, Channel::declaredAt, Reporting::commentsTo);
    return values.add(reporting, contents, ReportItem::declaredAt, Reporting::asksFor);
  }

  @Override
  protected void show(Reporting reporting, Written into) {
    into.putItems(channels, reporting.channels())
        .putItems(never, reporting.never())
        .putItems(comments, reporting.comments())
        .putItems(contents, reporting.contents());
  }
}

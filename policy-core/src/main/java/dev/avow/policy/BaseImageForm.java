package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.flag;
import static dev.avow.policy.document.form.Forms.list;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.finding.Glob;
import java.util.List;

/** How it is written what images are built on. */
final class BaseImageForm extends ObjectForm<BaseImage> {

  static final Form<BaseImage> BASE_IMAGE = Forms.located(new BaseImageForm(), BaseImage::at);

  private final Entry<List<Glob>> from =
      required(
          "from",
          list(Terms.GLOB),
          "Globs on repository and tag, such as gcr.io/distroless/static*:nonroot*.");
  private final Entry<Boolean> nonRoot =
      optional("non-root", flag(), "Whether the image must not run as root; false, unless said.");
  private final Entry<Boolean> shell =
      optional("shell", flag(), "Whether the image may have a shell; true, unless said.");
  private final Entry<Boolean> packageManager =
      optional(
          "package-manager",
          flag(),
          "Whether the image may have a package manager; true, unless said.");

  @Override
  protected BaseImage build(Values values) {
    return new BaseImage(
        values.get(from),
        values.or(nonRoot, false),
        values.or(shell, true),
        values.or(packageManager, true),
        Require.IN_CODE);
  }

  @Override
  protected void show(BaseImage image, Written into) {
    into.put(from, image.from())
        .putUnless(nonRoot, image.nonRoot(), false)
        .putUnless(shell, image.shell(), true)
        .putUnless(packageManager, image.packageManager(), true);
  }
}

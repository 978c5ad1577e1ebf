package dev.avow.disclosure.regime;

import java.util.List;
import java.util.Optional;

/**
 * The regimes that come with the library, each as it was read on its day. None is legal advice.
 *
 * <p>The jar holds each as {@code /dev/avow/disclosure/regime/NAME.yaml}.
 */
public final class Regimes {

  /** The Foundation's ordered steps, without times. */
  public static final Regime APACHE = load("apache");

  /** 45 days from the first contact. */
  public static final Regime CERT_CC = load("cert-cc");

  /** An acknowledgement in 48 hours, and notice a week ahead. */
  public static final Regime DJANGO = load("django");

  /** An answer in a business day, 90 days, three weeks from fix to release. */
  public static final Regime ENVOY = load("envoy");

  /** Severe incidents: 24 hours, 72 hours, a month from the notification. */
  public static final Regime EU_CRA_INCIDENT = load("eu-cra-incident");

  /** Actively exploited vulnerabilities: 24 hours, 72 hours, 14 days from a measure. */
  public static final Regime EU_CRA_VULNERABILITY = load("eu-cra-vulnerability");

  /** Significant incidents: 24 hours, 72 hours, a month from the notification. */
  public static final Regime EU_NIS2 = load("eu-nis2");

  /** The committee's release process. */
  public static final Regime KUBERNETES = load("kubernetes");

  /** At most 14 days on the list. */
  public static final Regime LINUX_DISTROS = load("linux-distros");

  /** What the guide advises projects. */
  public static final Regime OPENSSF = load("openssf");

  /** 90 days and 30 more; 7 in the wild. */
  public static final Regime PROJECT_ZERO = load("project-zero");

  /** A notice within a week that something was reported. */
  public static final Regime PROJECT_ZERO_TRANSPARENCY = load("project-zero-transparency");

  /** 120 days for a vendor that answers. */
  public static final Regime ZDI = load("zdi");

  private static final List<Regime> ALL =
      List.of(
          APACHE,
          CERT_CC,
          DJANGO,
          ENVOY,
          EU_CRA_INCIDENT,
          EU_CRA_VULNERABILITY,
          EU_NIS2,
          KUBERNETES,
          LINUX_DISTROS,
          OPENSSF,
          PROJECT_ZERO,
          PROJECT_ZERO_TRANSPARENCY,
          ZDI);

  private Regimes() {}

  private static Regime load(String name) {
    return RegimeReader.resource(name, RegimeForm.FORM);
  }

  /** Returns all of them, by name. */
  public static List<Regime> all() {
    return ALL;
  }

  /** Returns the one called {@code name}, such as {@code cert-cc}. */
  public static Optional<Regime> named(String name) {
    return ALL.stream().filter(regime -> regime.name().equals(name)).findFirst();
  }
}

package dev.avow.k8s.kro;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Finding.Hop;
import dev.avow.policy.finding.Message;
import java.util.List;

/**
 * A way by which something secret leaves where it is kept, or a place of which nobody can tell.
 *
 * @param sort what it comes to
 * @param at where it comes out
 * @param sources what it carries, as expressions read it: {@code creds.data.password}; {@code
 *     literal} for what is written out, none where nothing is known
 * @param trail the way, from the source to the expression that lets it out
 * @param message what is wrong, as a predicate; it quotes nothing that may be secret
 * @param advice what to do instead
 */
public record SecretFlow(
    Sort sort, Field at, List<String> sources, List<Hop> trail, Message message, String advice) {

  /** What a flow comes to. */
  public enum Sort {
    /** The content of a Secret comes out where no right to Secrets is needed to read it. */
    SECRET_IN_THE_OPEN,
    /** The content of a Secret comes out in an object of a kind that is not Kubernetes' own. */
    SECRET_IN_CUSTOM_RESOURCE,
    /** What is a credential by its name comes out where no right to Secrets is needed. */
    NAMED_CREDENTIAL_IN_THE_OPEN,
    /** The content of a Secret is copied to another namespace. */
    SECRET_IN_OTHER_NAMESPACE,
    /** A credential is written out in the definition. */
    CREDENTIAL_WRITTEN_OUT,
    /** Something cannot be analysed. */
    UNDECIDED,
    /** Something can be told of the content of a Secret without reading it. */
    FINGERPRINT,
    /** A column of a listing shows a credential. */
    CREDENTIAL_IN_LISTING
  }

  /** Creates a flow; the lists are copied. */
  public SecretFlow {
    sources = List.copyOf(sources);
    trail = List.copyOf(trail);
  }

  /** Returns sort, place and sources: what stands there may be a secret. */
  @Override
  public String toString() {
    return sort + " at " + at.location() + " " + sources;
  }
}

package dev.avow.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.repository.RepositoryRules;
import dev.avow.policy.scan.ScanEvaluator;
import dev.avow.policy.scan.ScanEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The page on the supply chain tells of every rule. */
class SupplyChainPageTest {

  @Test
  void listsTheRulesOfRepositoriesAndScans() throws IOException {
    String page = Files.readString(Checkout.file("docs/supply-chain.md"));
    SecurityPolicy policy = SecurityPolicy.read(Checkout.file("docs/policies/pvc-viewer.yaml"));

    assertThat(RepositoryRules.ids()).allMatch(id -> page.contains("`" + id + "`"));
    assertThat(ScanEvaluator.of(policy).evaluate(ScanEvidence.of(), Instant.EPOCH).rules().keySet())
        .hasSize(13)
        .allMatch(id -> page.contains("`" + id + "`"));
  }
}

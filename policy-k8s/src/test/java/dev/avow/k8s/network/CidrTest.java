package dev.avow.k8s.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  @ParameterizedTest(name = "{0} holds {1}: {2}")
  @CsvSource({
    "0.0.0.0/0, 255.255.255.255/32, true",
    "10.0.0.0/8, 10.255.0.0/16, true",
    "10.9.9.9/8, 10.255.0.0/16, true",
    "10.0.0.0/8, 11.0.0.0/16, false",
    "10.0.0.0/16, 10.0.0.0/8, false",
    "::/0, 2001:db8::1/128, true",
    "::/0, 10.0.0.0/8, false",
    "fd00::/8, fdff::/16, true"
  })
  void holdsWhatSharesItsBits(String block, String other, boolean holds) {
    assertThat(Cidr.parse(block).contains(Cidr.parse(other))).isEqualTo(holds);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.0.0.0/0                           | true
          ::/0                                | true
          0.0.0.0/1 128.0.0.0/1               | true
          0.0.0.0/1 128.0.0.0/2 192.0.0.0/2   | true
          0.0.0.0/1 128.0.0.0/2               | false
          0.0.0.0/1 8000::/1                  | false
          ::/1 8000::/1                       | true
          10.0.0.0/8                          | false
          """)
  void coverEverythingTogether(String blocks, boolean everything) {
    List<Cidr> all = Arrays.stream(blocks.split(" ", -1)).map(Cidr::parse).toList();

    assertThat(Cidr.coverEverything(all)).isEqualTo(everything);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "/",
        "10.0.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/08",
        "010.0.0.0/8",
        "10.0.0/8",
        "10.0.0.256/8",
        "a.b.c.d/8",
        "localhost/8",
        "::/129",
        ":::/8",
        "fe80::1%eth0/64",
        "10.0.0.0/-1"
      })
  void refusesWhatGoRefuses(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cidr.parse(text))
        .withMessageContaining("must look like \"10.0.0.0/8\"")
        .withMessageContaining("\"" + text + "\"");
  }
}

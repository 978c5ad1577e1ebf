package dev.avow.k8s.storage;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A test of a claim that is opened anew for each statement, on each kind of file system. */
@ParameterizedClass
@EnumSource(Disk.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class DiskTest {

  @Parameter
  @SuppressWarnings("NullAway.Init") // set before each test
  private Disk disk;

  World world;
  ContainedDirectory claim;

  @BeforeEach
  void open() throws IOException {
    world = World.on(disk);
    claim = world.open();
  }

  @AfterEach
  void close() throws IOException {
    if (claim != null) {
      claim.close();
    }
    if (world != null) {
      world.close();
    }
  }

  /** Opens the claim once more, with other limits. */
  ContainedDirectory with(ContainmentLimits limits) {
    return ContainedDirectory.at(world.root()).limits(limits).open();
  }
}

package dev.avow.policy.scan;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.image.ImageReference;
import java.util.Optional;

/**
 * An image that somebody runs, or is going to: a report about it is wanted.
 *
 * @param subject what runs it, such as a container
 * @param location where it is named
 * @param reference its name; nothing where that is not known yet, or is no name
 */
public record DeployedImage(
    Subject subject, Location location, Optional<ImageReference> reference) {}

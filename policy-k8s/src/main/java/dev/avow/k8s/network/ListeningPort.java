package dev.avow.k8s.network;

import dev.avow.policy.finding.Location;
import java.io.Serializable;

/**
 * A port that a container says it listens on.
 *
 * @param name its name; empty where it has none
 * @param port its number
 * @param container the name of the container
 * @param at where it is written
 */
public record ListeningPort(String name, Port port, String container, Location at)
    implements Serializable {}

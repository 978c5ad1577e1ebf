package dev.avow.k8s.network;

import java.io.Serializable;

/** One end of a connection. */
public sealed interface Party extends Serializable permits NetworkPod, Addresses {}

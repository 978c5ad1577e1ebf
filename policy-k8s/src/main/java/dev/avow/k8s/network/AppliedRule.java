package dev.avow.k8s.network;

/**
 * A rule of a policy, seen from a pod.
 *
 * @param policy the policy
 * @param rule one of its rules
 * @param applies whether the policy isolates the pod, so that the rule lets through what it says
 */
public record AppliedRule(NetworkPolicy policy, TrafficRule rule, Match applies) {}

package dev.avow.k8s.storage;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How another Java process is started that knows what the tests know, whichever path they are on.
 */
final class Child {

  private Child() {}

  static List<String> command(Class<?> program, String... arguments) throws URISyntaxException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(classPath(program));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  private static String classPath(Class<?> program) throws URISyntaxException {
    return Stream.of(
            classesOf(program),
            System.getProperty("jdk.module.path"),
            System.getProperty("java.class.path"))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Returns where {@code program} was compiled to. */
  private static String classesOf(Class<?> program) throws URISyntaxException {
    Path file = Path.of(program.getResource(program.getSimpleName() + ".class").toURI());
    int depth = program.getName().split("\\.", -1).length;
    return file.getRoot().resolve(file.subpath(0, file.getNameCount() - depth)).toString();
  }
}

package io.causerie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which class writes which table, by its SQL and by what {@code sql/README.md} says of it. */
final class WritersTest {
  private static final Path SOURCES = Path.of("src/main/java/io/causerie");

  private static final Pattern SQL =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"", Pattern.DOTALL);
  private static final Pattern WRITE =
      Pattern.compile("\\b(?:insert into|delete from|update)\\s+([a-z_]+)");
  private static final Pattern TABLE = Pattern.compile("(?m)^create (?:unlogged )?table ([a-z_]+)");

  /** A row of the table in the file: names of tables, columns, writers. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\|([^|]*)\\|[^|]*\\|([^|]*)\\|$");

  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern WRITER = Pattern.compile("`((?:[a-z]+/)+[A-Z][A-Za-z]*)`");

  @Test
  void eachTableIsWrittenByTheClassesThatTheSchemaNames() throws IOException {
    assertThat(named()).isEqualTo(written());
  }

  private static Map<String, Set<String>> written() throws IOException {
    Set<String> tables = tables();
    Map<String, Set<String>> tableToWriters = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(file -> SQL.matcher(
              text(file))
          .results()
          .flatMap(sql -> WRITE.matcher(sql.group()).results())
          .map(write -> write.group(1))
          .filter(tables::contains)
          .forEach(table -> add(tableToWriters, table, name(file))));
    }
    return tableToWriters;
  }

  private static Map<String, Set<String>> named() {
    Map<String, Set<String>> tableToWriters = new TreeMap<>();
    Set<String> tables = Set.of();
    for (MatchResult row : ROW.matcher(text(Path.of("sql/README.md"))).results().toList()) {
      Set<String> first = all(QUOTED, row.group(1));
      tables = first.isEmpty() ? tables : first;
      for (String table : tables) {
        all(WRITER, row.group(2)).forEach(writer -> add(tableToWriters, table, writer));
      }
    }
    return tableToWriters;
  }

  private static Set<String> tables() throws IOException {
    Set<String> tables = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("sql"))) {
      files
          .filter(file -> file.toString().endsWith(".sql"))
          .forEach(file -> tables.addAll(all(TABLE, text(file))));
    }
    return tables;
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> all = new TreeSet<>();
    pattern.matcher(text).results().forEach(found -> all.add(found.group(1)));
    return all;
  }

  private static void add(Map<String, Set<String>> map, String table, String writer) {
    map.computeIfAbsent(table, name -> new TreeSet<>()).add(writer);
  }

  private static String name(Path file) {
    return SOURCES.relativize(file).toString().replace('\\', '/').replace(".java", "");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

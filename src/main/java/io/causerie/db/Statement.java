package io.causerie.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQL whose parameters have names, like {@code :site_id}. Each name is one parameter of the prepared
 * statement, however often it is there. Casts ({@code ::text}), slices ({@code [1:100]}) and what is
 * quoted are left as they are.
 */
public final class Statement {
  private static final Pattern PARAMETER = Pattern.compile("'[^']*+'|::|:([a-z][a-z0-9_]*+)");
  private static final Pattern NUMBERED = Pattern.compile("\\$[0-9]");

  private final String sql;
  private final List<String> names = new ArrayList<>();

  private Statement(String text) {
    sql = PARAMETER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(place(found)));
  }

  /** Fails with IllegalArgumentException for a text with numbered parameters, or with none. */
  public static Statement of(String text) {
    Statement statement = new Statement(text);
    if (NUMBERED.matcher(text).find() || statement.names.isEmpty()) {
      throw new IllegalArgumentException("parameters must have names: " + text);
    }
    return statement;
  }

  private String place(MatchResult found) {
    String name = found.group(1);
    if (name == null) {
      return found.group();
    }
    if (!names.contains(name)) {
      names.add(name);
    }
    return "$" + (names.indexOf(name) + 1);
  }

  /** As the database gets it. */
  public String sql() {
    return sql;
  }

  /** Begins to bind; see {@link Binding#bind}. */
  public Binding bind(String name, @Nullable Object value) {
    return new Binding().bind(name, value);
  }

  /** The values for one execution. */
  public final class Binding {
    private final Map<String, @Nullable Object> nameToValue = new HashMap<>();

    private Binding() {}

    /**
     * Fails with IllegalArgumentException for a name that the statement does not have or that has a value
     * already.
     *
     * @param value an Instant becomes a time in UTC
     */
    public Binding bind(String name, @Nullable Object value) {
      if (!names.contains(name) || nameToValue.containsKey(name)) {
        throw new IllegalArgumentException(name + " is unknown or bound twice in: " + sql);
      }
      nameToValue.put(name, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
      return this;
    }

    public String sql() {
      return sql;
    }

    /** In the order of the parameters. Fails with IllegalStateException when a name has no value. */
    public Tuple tuple() {
      if (nameToValue.size() < names.size()) {
        var missing = new TreeSet<>(names);
        missing.removeAll(nameToValue.keySet());
        throw new IllegalStateException(missing + " not bound in: " + sql);
      }
      Tuple tuple = Tuple.tuple();
      names.forEach(name -> tuple.addValue(nameToValue.get(name)));
      return tuple;
    }

    /** Within a transaction. */
    public Future<RowSet<Row>> on(SqlClient connection) {
      return connection.preparedQuery(sql).execute(tuple());
    }
  }
}

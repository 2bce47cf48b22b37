package org.stillpoint.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A YAML mapping whose keys are plain words, each used at most once; if a key is used again, its
 * first value counts.
 */
final class YamlMap {
  private final Source source;
  private final Mistakes mistakes;
  private final Node node;
  private final String what;
  private final Map<String, NodeTuple> tuples = new LinkedHashMap<>();

  /**
   * Reads a mapping.
   *
   * @param mistakes receives what is wrong with single keys
   * @param what what it describes, in the author's words: "a stage"
   * @throws ProgrammeException if the node is not a mapping
   */
  YamlMap(Source source, Mistakes mistakes, Node node, String what) throws ProgrammeException {
    this.source = source;
    this.mistakes = mistakes;
    this.node = node;
    this.what = what;
    if (!(node instanceof MappingNode mapping)) {
      throw source.mistake(
          node, what + " must be a list of \"key: value\" lines", "put one on each line");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      add(tuple);
    }
  }

  private void add(NodeTuple tuple) {
    Node keyNode = tuple.getKeyNode();
    if (!(keyNode instanceof ScalarNode key)) {
      mistakes.add(source.mistake(keyNode, "a key must be a plain word", "write \"key: value\""));
    } else if (tuples.putIfAbsent(key.getValue(), tuple) != null) {
      mistakes.add(
          source.mistake(
              keyNode,
              what + " has the key " + Source.quoted(key.getValue()) + " twice",
              "remove one of the two"));
    }
  }

  /** Adds a mistake for every key that is not one of these. */
  YamlMap allowing(List<String> known) {
    for (Map.Entry<String, NodeTuple> entry : tuples.entrySet()) {
      if (!known.contains(entry.getKey())) {
        mistakes.add(
            source.mistake(
                entry.getValue().getKeyNode(),
                what + " has the unknown key " + Source.quoted(entry.getKey()),
                "the keys here are " + String.join(", ", known)));
      }
    }
    return this;
  }

  /** The value of a key that must be present. */
  Node required(String key) throws ProgrammeException {
    Optional<Node> value = optional(key);
    if (value.isEmpty()) {
      throw source.mistake(
          node, what + " has no \"" + key + "\"", "add a line \"" + key + ": ...\"");
    }
    return value.get();
  }

  /** The value of a key that may be absent. */
  Optional<Node> optional(String key) {
    return Optional.ofNullable(tuples.get(key)).map(NodeTuple::getValueNode);
  }

  /** Keys and values in the order of the file. */
  List<NodeTuple> entries() {
    return List.copyOf(tuples.values());
  }

  /** Line on which it begins, from 1. */
  int line() {
    return Source.line(node);
  }
}

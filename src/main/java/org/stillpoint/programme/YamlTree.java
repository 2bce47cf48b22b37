package org.stillpoint.programme;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Turns the text of a script into its tree of YAML nodes. A first pass over the flat events refuses
 * what only an attack needs: deep nesting, aliases, tags, several documents.
 */
final class YamlTree {
  /** A script nests five deep. Composing is recursive, so the depth must be limited. */
  static final int DEEPEST = 12;

  private static final int LONGEST_PROBLEM = 120;

  private final Source source;

  YamlTree(Source source) {
    this.source = source;
  }

  /** The root of the tree. */
  Node compose(String text) throws ProgrammeException {
    LoadSettings settings = LoadSettings.builder().setLabel("script").build();
    try {
      refuseStrangeParts(new Parse(settings).parseString(text));
      Optional<Node> root = new Compose(settings).composeString(text);
      return root.orElseThrow(
          () ->
              source.mistake(
                  0, "the script is empty", "begin it with id, title, minutes and stages"));
    } catch (MarkedYamlEngineException e) {
      throw malformed(line(tellingMark(e)), e.getProblem(), e);
    } catch (RuntimeException e) {
      // However the parser fails on strange bytes, the mistake is in the file, not in the program.
      throw malformed(0, "it cannot be read", e);
    }
  }

  /**
   * Where an open quote or bracket begins, if the text ends inside it; else where the mistake is.
   */
  private static Optional<Mark> tellingMark(MarkedYamlEngineException e) {
    boolean endless = String.valueOf(e.getProblem()).contains("end of stream");
    return endless ? e.getContextMark().or(e::getProblemMark) : e.getProblemMark();
  }

  private ProgrammeException malformed(int line, String problem, RuntimeException cause) {
    ProgrammeException mistake =
        source.mistake(
            line,
            "the text is not well-formed YAML ("
                + Source.clipped(String.valueOf(problem), LONGEST_PROBLEM)
                + ")",
            "check the indentation, and put quotes around a text that contains a colon");
    mistake.initCause(cause);
    return mistake;
  }

  private void refuseStrangeParts(Iterable<Event> events) throws ProgrammeException {
    int depth = 0;
    int documents = 0;
    for (Event event : events) {
      switch (event.getEventId()) {
        case DocumentStart -> documents++;
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        default -> {}
      }
      if (documents > 1) {
        throw refused(event, "a second document begins here", "keep one script in a file");
      }
      if (depth > DEEPEST) {
        throw refused(
            event, "the text is nested too deeply", "compare it with the example in the manual");
      }
      if (event instanceof NodeEvent node) {
        refuseAliasOrTag(node);
      }
    }
  }

  private void refuseAliasOrTag(NodeEvent event) throws ProgrammeException {
    if (event instanceof AliasEvent || event.getAnchor().isPresent()) {
      throw refused(
          event,
          "anchors (&) and aliases (*) are not used in scripts",
          "write the text out, or put it in quotes");
    }
    boolean tagged =
        (event instanceof CollectionStartEvent collection && collection.getTag().isPresent())
            || (event instanceof ScalarEvent scalar && scalar.getTag().isPresent());
    if (tagged) {
      throw refused(
          event,
          "tags (!) are not used in scripts",
          "leave the tag out, or put the text in quotes");
    }
  }

  private ProgrammeException refused(Event event, String what, String remedy) {
    return source.mistake(line(event.getStartMark()), what, remedy);
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(m -> m.getLine() + 1).orElse(0);
  }
}

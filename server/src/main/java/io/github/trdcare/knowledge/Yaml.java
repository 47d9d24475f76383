package io.github.trdcare.knowledge;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a document as rows that remember their lines; every scalar stays the text that was written. */
final class Yaml {
    private final String file;

    private Yaml(String file) {
        this.file = file;
    }

    static Row read(String file, Reader reader) {
        try {
            Node root = new org.yaml.snakeyaml.Yaml(new LoaderOptions()).compose(reader);
            if (root instanceof MappingNode mapping) {
                return new Yaml(file).row("", mapping);
            }
            throw new KnowledgeException(file, 1, "holds no names and values");
        } catch (MarkedYAMLException e) {
            throw new KnowledgeException(file, e.getProblemMark().getLine() + 1L, e.getProblem());
        } catch (YAMLException e) {
            throw new KnowledgeException(file, 1, "is no text: " + e.getMessage());
        }
    }

    private Row row(String key, MappingNode mapping) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = ((ScalarNode) tuple.getKeyNode()).getValue();
            if (values.put(name, value(name, tuple.getValueNode())) != null) {
                throw new KnowledgeException(file, line(tuple.getKeyNode()), name + " stands twice");
            }
        }
        return new Row(file, line(mapping), key, values);
    }

    private Object value(String name, Node node) {
        if (node instanceof MappingNode mapping) {
            return row(name, mapping);
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> items =
                    sequence.getValue().stream().map(item -> value(name, item)).toList();
            return items;
        }
        return ((ScalarNode) node).getValue();
    }

    private static long line(Node node) {
        return node.getStartMark().getLine() + 1L;
    }
}

package io.causerie.text;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Makes links of images, and text of links that must not be followed or are inside another one. What
 * has no text of its own shows its address.
 */
final class Links extends AbstractVisitor {
  private final LinkBudget budget;

  Links(LinkBudget budget) {
    this.budget = budget;
  }

  @Override
  public void visit(Image image) {
    replace(image, image.getDestination());
  }

  @Override
  public void visit(Link link) {
    replace(link, link.getDestination());
  }

  private void replace(Node node, String destination) {
    budget.take(destination);
    visitChildren(node);
    if (node.getFirstChild() == null) {
      node.appendChild(new Text(destination));
    }
    String href = isInsideLink(node) ? null : budget.href(destination);
    if (href == null) {
      moveChildren(node, node);
    } else {
      Link link = new Link(href, null);
      node.insertBefore(link);
      for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
        link.appendChild(child);
      }
    }
    node.unlink();
  }

  private static boolean isInsideLink(Node node) {
    for (Node around = node.getParent(); around != null; around = around.getParent()) {
      if (around instanceof Link || around instanceof Image) {
        return true;
      }
    }
    return false;
  }

  private static void moveChildren(Node from, Node before) {
    for (Node child = from.getFirstChild(); child != null; child = from.getFirstChild()) {
      before.insertBefore(child);
    }
  }
}

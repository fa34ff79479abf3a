/**
 * A comment's body is a list of nodes, not HTML: a string, `["p", [nodes]]`, `["a", "https://…", [nodes]]` or `["br"]`. Building
 * elements by name leaves no place where a string could become markup.
 */
export type BodyNode = string | readonly [tag: string, ...rest: readonly unknown[]];

/** The part of `Document` that building needs. */
export type NodeFactory = Pick<
  Document,
  "createElement" | "createTextNode" | "createDocumentFragment"
>;

const TAGS = new Set("p br em strong del code pre blockquote ul ol li a hr".split(" "));
const EMPTY = new Set(["br", "hr"]);
const MAX_DEPTH = 64;

/** What is not on the list of tags is shown as the text inside it; a link to elsewhere than http, https or mailto likewise. */
export function build(nodes: unknown, factory: NodeFactory): DocumentFragment {
  const fragment = factory.createDocumentFragment();
  append(fragment, nodes, factory, 0);
  return fragment;
}

function append(parent: Node, nodes: unknown, factory: NodeFactory, depth: number): void {
  if (!Array.isArray(nodes) || depth > MAX_DEPTH) return;
  for (const node of nodes) {
    if (typeof node === "string") parent.appendChild(factory.createTextNode(node));
    else if (Array.isArray(node)) appendElement(parent, node, factory, depth);
  }
}

function appendElement(parent: Node, node: unknown[], factory: NodeFactory, depth: number): void {
  const tag = String(node[0]);
  const element = TAGS.has(tag) ? elementFor(tag, node, factory) : null;
  if (element) parent.appendChild(element);
  if (!EMPTY.has(tag)) append(element ?? parent, node.at(-1), factory, depth + 1);
}

function elementFor(tag: string, node: unknown[], factory: NodeFactory): HTMLElement | null {
  const element = factory.createElement(tag);
  if (tag !== "a") return element;
  const href = safeHref(node[1]);
  if (!href) return null;
  element.setAttribute("href", href);
  element.setAttribute("rel", "nofollow ugc noopener noreferrer");
  return element;
}

/** The address as it was given, or null unless it is absolute and of a harmless kind. */
export function safeHref(href: unknown): string | null {
  if (typeof href !== "string" || !/^(https?:\/\/|mailto:)/i.test(href)) return null;
  return URL.canParse(href) ? href : null;
}

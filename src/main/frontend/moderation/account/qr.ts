const SVG = "http://www.w3.org/2000/svg";
/** The white edge that readers need. */
const EDGE = 4;

/** A QR code, dark on white whatever the colours of the page. `path` has the dark modules of a square of `size`. */
export function qrCode(
  { size, path }: { readonly size: number; readonly path: string },
  label: string,
): SVGElement {
  const whole = size + 2 * EDGE;
  return svg(
    "svg",
    {
      viewBox: `${-EDGE} ${-EDGE} ${whole} ${whole}`,
      class: "qr",
      role: "img",
      "aria-label": label,
    },
    svg("rect", { x: -EDGE, y: -EDGE, width: whole, height: whole, fill: "#fff" }),
    svg("path", { d: path, fill: "#000", "shape-rendering": "crispEdges" }),
  );
}

function svg(tag: string, props: Record<string, string | number>, ...children: Node[]): SVGElement {
  const element = document.createElementNS(SVG, tag) as SVGElement;
  for (const [name, value] of Object.entries(props)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

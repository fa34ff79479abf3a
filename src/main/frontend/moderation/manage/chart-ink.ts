import { type Status, STATUSES } from "./contract.ts";

const SVG = "http://www.w3.org/2000/svg";
const SIZE = 6;

/** What is drawn over the ground of a bar, so that bars differ also where colours do not. */
const MARKS: Readonly<Record<Status, string>> = {
  approved: "",
  pending: `M-1 ${SIZE + 1}L${SIZE + 1} -1M-1 1L1 -1M${SIZE - 1} ${SIZE + 1}L${SIZE + 1} ${
    SIZE - 1
  }`,
  rejected: `M0 ${SIZE / 2}H${SIZE}`,
  spam: `M${SIZE / 2} 0V${SIZE}M0 ${SIZE / 2}H${SIZE}`,
  deleted: `M${SIZE / 2} 0V${SIZE}`,
};

export function svg(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: (SVGElement | string)[]
): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, `${value}`);
  element.append(...children);
  return element;
}

/** The inks of all statuses, under names that begin with this. */
export function patterns(name: string): SVGElement {
  return svg("defs", {}, ...STATUSES.map((status) => pattern(status, name)));
}

/** A small square of the ink of a status. */
export function swatch(status: Status, name: string): SVGElement {
  return svg(
    "svg",
    { class: "swatch", viewBox: "0 0 14 14", width: 14, height: 14, "aria-hidden": "true" },
    svg("defs", {}, pattern(status, name)),
    svg("rect", {
      class: `column ink-${status}`,
      x: 0.5,
      y: 0.5,
      width: 13,
      height: 13,
      fill: `url(#${name}-${status})`,
    }),
  );
}

function pattern(status: Status, name: string): SVGElement {
  return svg(
    "pattern",
    {
      id: `${name}-${status}`,
      class: `ink-${status}`,
      width: SIZE,
      height: SIZE,
      patternUnits: "userSpaceOnUse",
    },
    svg("rect", { class: "ground", width: SIZE, height: SIZE }),
    svg("path", { class: "mark", d: MARKS[status] }),
  );
}

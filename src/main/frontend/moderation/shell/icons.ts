/** Drawn with a pen of 1.5 in a square of 24. */
const PATHS = {
  mark:
    "M4 6.5A2.5 2.5 0 0 1 6.5 4h8A2.5 2.5 0 0 1 17 6.5v4a2.5 2.5 0 0 1-2.5 2.5H9l-4 3v-3.4A2.5 2.5 0 0 1 4 10.5zM17 9h.5A2.5 2.5 0 0 1 20 11.5V20l-3.5-3H12",
  menu: "M4 7h16M4 12h16M4 17h16",
  queue: "M4 13l2.5-8h11L20 13v6H4zM4 13h5l1 2.5h4l1-2.5h5",
  dashboard: "M5 20v-7M10 20V5M15 20v-9M20 20v-4",
  threads: "M4 5h12v8H9l-3 3v-3H4zM19 9v8h-1.5v3l-3-3H11",
  bans: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6.5 6.5l11 11",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",
  words: "M5 4h11l3 3v13H5zM8.5 11h7M8.5 15h5",
  log: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 2",
  team:
    "M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3.5 19c0-3 2.5-5 5.5-5s5.5 2 5.5 5M15.5 5.5a3 3 0 0 1 0 5.5M17 14.5c2 .6 3.5 2.300 3.5 4.5",
  tokens: "M8 9a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM11.5 12.5H20v3M16.5 12.5V15",
  account: "M12 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM5 20c0-3.5 3-6 7-6s7 2.5 7 6",
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside words, never in their place. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "icon");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

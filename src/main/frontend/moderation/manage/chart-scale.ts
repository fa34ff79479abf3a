import { type Day, type Status, STATUSES } from "./contract.ts";

export interface Box {
  readonly width: number;
  readonly height: number;
  /** Room for the numbers beside and the dates below. */
  readonly start: number;
  readonly top: number;
  readonly end: number;
  readonly bottom: number;
  readonly rtl: boolean;
}

export interface Bars {
  readonly status: Status;
  readonly path: string;
}

const ROOM_OF_A_DATE = 56;
const MOST_TICKS = 4;

/** The numbers of a scale from 0 to `most` or a little more, evenly spaced and round. */
export function ticks(most: number): readonly number[] {
  const rough = Math.max(1, most) / MOST_TICKS;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((n) => n * magnitude).find((n) => n >= rough) ?? rough,
  );
  const count = Math.ceil(Math.max(1, most) / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

export function total(day: Day): number {
  return STATUSES.reduce((sum, status) => sum + day[status], 0);
}

/** Where things are in a chart of days. */
export class Scale {
  readonly ticks: readonly number[];
  readonly #box: Box;
  readonly #days: readonly Day[];

  constructor(days: readonly Day[], box: Box) {
    this.#days = days;
    this.#box = box;
    this.ticks = ticks(Math.max(0, ...days.map(total)));
  }

  /** The height of a number. */
  y(count: number): number {
    const { height, top, bottom } = this.#box;
    const most = this.ticks.at(-1) ?? 1;
    return round(height - bottom - (count / most) * (height - top - bottom));
  }

  /** The left edge and the width of all that belongs to a day. */
  column(index: number): { readonly x: number; readonly width: number } {
    const { width, start, end, rtl } = this.#box;
    const each = (width - start - end) / Math.max(1, this.#days.length);
    const x = start + index * each;
    return { x: round(rtl ? width - x - each : x), width: round(each) };
  }

  /** One path for each status that there is, all days in it. */
  bars(): readonly Bars[] {
    return STATUSES
      .map((status) => ({ status, path: this.#days.map((_, i) => this.#bar(i, status)).join("") }))
      .filter(({ path }) => path);
  }

  /** The days whose dates there is room for, the last one always among them. */
  dated(): readonly number[] {
    const { width, start, end } = this.#box;
    const places = Math.max(1, Math.floor((width - start - end) / ROOM_OF_A_DATE));
    const every = Math.max(1, Math.ceil(this.#days.length / places));
    return this.#days.map((_, index) => index)
      .filter((index) => (this.#days.length - 1 - index) % every === 0);
  }

  #bar(index: number, status: Status): string {
    const day = this.#days[index];
    if (!day?.[status]) return "";
    const below = STATUSES.slice(0, STATUSES.indexOf(status))
      .reduce((sum, other) => sum + day[other], 0);
    const { x, width } = this.column(index);
    const gap = Math.min(2, width / 4);
    const [bottom, top] = [this.y(below), this.y(below + day[status])];
    return `M${round(x + gap)} ${bottom}V${top}h${round(width - 2 * gap)}V${bottom}z`;
  }
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

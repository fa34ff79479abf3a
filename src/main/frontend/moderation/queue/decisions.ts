import type { ApiError } from "../../shared/api-error.ts";
import type { Result, Status } from "../desk/contract.ts";
import type { Desk } from "../desk/desk.ts";

const MOST_IDS = 100;

/** What shall become of one comment, and what it was when that was decided. */
export interface Step {
  readonly id: string;
  readonly to: Status;
  readonly basedOn: Status;
}

export interface Outcome {
  readonly taken: readonly Result[];
  readonly failed: readonly { readonly id: string; readonly error: ApiError }[];
}

/** Sends decisions, as many in one request as it takes; a request that fails does not stop the others. */
export async function decide(desk: Desk, steps: readonly Step[]): Promise<Outcome> {
  const answers = await Promise.all(batches(steps).map((batch) => send(desk, batch)));
  return {
    taken: answers.flatMap(({ taken }) => taken),
    failed: answers.flatMap(({ failed }) => failed),
  };
}

/** In requests of one status, based on one status, with at most a hundred comments. */
export function batches(steps: readonly Step[]): Step[][] {
  const open = new Map<string, Step[]>();
  const all: Step[][] = [];
  for (const step of steps) {
    const kind = `${step.basedOn} ${step.to}`;
    const batch = open.get(kind);
    if (batch && batch.length < MOST_IDS) {
      batch.push(step);
      continue;
    }
    const fresh = [step];
    open.set(kind, fresh);
    all.push(fresh);
  }
  return all;
}

async function send(desk: Desk, batch: readonly Step[]): Promise<Outcome> {
  const { to: status, basedOn } = batch[0]!;
  try {
    const body = { ids: batch.map(({ id }) => id), status, basedOn };
    const { results } = await desk.ask<{ results: Result[] }>("POST", "decisions", { body });
    return { taken: results, failed: [] };
  } catch (error) {
    return { taken: [], failed: batch.map(({ id }) => ({ id, error: error as ApiError })) };
  }
}

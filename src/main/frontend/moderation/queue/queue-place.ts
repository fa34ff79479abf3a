import type { Storage } from "../../shared/storage.ts";
import type { Place } from "../shell/view.ts";
import type { UndoStack } from "./undo.ts";

/** A place, and what the queue keeps while it is not shown. */
export interface QueuePlace extends Place {
  readonly storage: Storage;
  readonly undo: UndoStack;
  waiting(count: number): void;
}

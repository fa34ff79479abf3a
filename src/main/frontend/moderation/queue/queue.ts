import { Storage } from "../../shared/storage.ts";
import type { Desk } from "../desk/desk.ts";
import type { MakeView } from "../shell/view.ts";
import { QueueView } from "./queue-view.ts";
import { UndoStack } from "./undo.ts";

/** What was decided stays to be undone while other views of the page are looked at. */
const deskToUndo = new WeakMap<Desk, UndoStack>();
const storage = new Storage();

/** The queue; `waiting` is told how many comments wait. */
export function queue(waiting: (count: number) => void): MakeView {
  return (place) => {
    const undo = deskToUndo.get(place.desk) ?? new UndoStack();
    deskToUndo.set(place.desk, undo);
    return new QueueView({ ...place, storage, undo, waiting });
  };
}

import type { ManageModule } from "./shell/view.ts";

export const views = {} as ManageModule["views"];

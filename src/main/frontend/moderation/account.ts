import type { AccountModule } from "./shell/view.ts";

export const views = {} as AccountModule["views"];

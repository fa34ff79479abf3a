import { common } from "./english/common.ts";
import { threads } from "./english/threads.ts";
import { bans } from "./english/bans.ts";
import { settings } from "./english/settings.ts";
import { lists } from "./english/lists.ts";
import { log } from "./english/log.ts";
import { dashboard } from "./english/dashboard.ts";

/** The strings of what is managed beside the queue; every locale file has these keys, too. */
export const english = {
  ...common,
  ...threads,
  ...bans,
  ...settings,
  ...lists,
  ...log,
  ...dashboard,
};

import type { ManageModule } from "./shell/view.ts";
import { bans } from "./manage/bans-view.ts";
import { dashboard } from "./manage/dashboard-view.ts";
import { log } from "./manage/log-view.ts";
import { settings } from "./manage/settings-view.ts";
import { adoptStyles } from "./manage/styles.ts";
import { threads } from "./manage/threads-view.ts";
import { words } from "./manage/words-view.ts";

adoptStyles();

/** What is managed beside the queue: `manage.js`, which the page loads when somebody goes there. */
export const views: ManageModule["views"] = { dashboard, threads, bans, settings, words, log };

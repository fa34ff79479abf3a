import { accountView } from "./account/account-view.ts";
import { adoptStyles } from "./account/styles.ts";
import { teamView } from "./account/team-view.ts";
import { tokensView } from "./account/tokens-view.ts";
import type { AccountModule } from "./shell/view.ts";

adoptStyles();

/** Who somebody is, and who else may what: `account.js`, which the core loads when it is needed. */
export { invitation } from "./account/invitation.ts";
export { signIn } from "./account/sign-in.ts";
export { confirmAgain, signInAgain } from "./account/sign-in-dialog.ts";

export const views: AccountModule["views"] = {
  account: accountView,
  team: teamView,
  tokens: tokensView,
};

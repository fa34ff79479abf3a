import type { ApiError } from "../../shared/api-error.ts";
import { safeHref } from "../../shared/nodes.ts";
import type { QueueItem } from "../desk/contract.ts";
import { reason } from "../shell/states.ts";
import type { Place } from "../shell/view.ts";

/**
 * Opens the article with the comment in it, whatever its status, in a tab of its own: an article that does not know its opener
 * cannot be led elsewhere by it either.
 */
export async function openInPage(item: QueueItem, { desk, strings, toast }: Place): Promise<void> {
  // At once, while it is still the answer to a press: later a browser would take it for a pop-up.
  const tab = open("", "_blank");
  try {
    const { url } = await desk.ask<{ url: string | null }>("POST", `comments/${item.id}/look`, {
      body: {},
    });
    const href = safeHref(url);
    if (!href) {
      tab?.close();
      return toast(strings.text("noAddress"));
    }
    if (!tab) return toast(strings.text("tabRefused"));
    tab.opener = null;
    tab.location.replace(href);
  } catch (error) {
    tab?.close();
    toast(`${strings.text("lookFailed")} ${reason(error as ApiError, strings)}`);
  }
}

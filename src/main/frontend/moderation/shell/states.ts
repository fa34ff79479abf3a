import type { ApiError } from "../../shared/api-error.ts";
import { type Child, h } from "../../shared/dom.ts";
import type { CoreStrings } from "./view.ts";

/** What is shown in place of something that is not there: empty, failed, not allowed. */
export function state(title: string, text: string, ...more: Child[]): HTMLElement {
  return h(
    "div",
    { class: "state" },
    h("h2", { tabindex: -1 }, title),
    text && h("p", {}, text),
    ...more,
  );
}

/** Something could not be loaded; says why as far as it is known, and offers to try again. */
export function failed(error: ApiError, strings: CoreStrings, retry: () => void): HTMLElement {
  if (error.status === 403) {
    return state(strings.text("noPermission"), strings.text("noPermissionText"));
  }
  return state(
    strings.text("loadFailed"),
    reason(error, strings),
    h("button", { type: "button", class: "primary", onclick: retry }, strings.text("retry")),
  );
}

/** Puts a state on a page that has nothing else, and so no heading of its own. */
export function alone(state: HTMLElement, strings: CoreStrings): HTMLElement {
  return h("div", {}, h("h1", { class: "apart" }, strings.text("moderation")), state);
}

/** Why a call failed, in words. */
export function reason(error: ApiError, strings: CoreStrings): string {
  switch (error.code) {
    case "offline":
    case "unreachable":
      return strings.text(error.code);
    case "too_many_requests":
      return strings.text("tooMany");
    case "forbidden":
      return strings.text("noPermissionText");
    case "unauthenticated":
      return strings.text("signedOut");
    default:
      return strings.text("internal");
  }
}

/** Grey bars where a list will be. */
export function skeleton(rows: number): HTMLElement {
  return h(
    "div",
    { class: "skeleton", "aria-hidden": "true" },
    ...Array.from({ length: rows }, () => h("div", { class: "bone" }, h("i"), h("i"), h("i"))),
  );
}

import type { ApiError } from "../shared/api-error.ts";
import type { Comment } from "../shared/contract.ts";
import { h } from "../shared/dom.ts";
import { build } from "../shared/nodes.ts";
import type { CommentView } from "../widget/comment-view.ts";
import type { CommentList } from "../widget/list.ts";
import type { Thread } from "../widget/thread.ts";
import { english } from "./english.ts";
import { fetchLinked, say } from "./linked.ts";
import { adoptStyles } from "./styles.ts";

/** A comment whatever became of it. */
interface Looked extends Omit<Comment, "status"> {
  readonly status: Comment["status"] | "rejected" | "spam";
  readonly thread: string;
}

/** Shows who comes from the moderators' page the comment they come for, by the stamp that they got there for it. */
export async function look(
  id: string,
  stamp: string,
  list: CommentList,
  thread: Thread,
): Promise<void> {
  const { api, key, signal } = thread;
  const headers = { authorization: `Bearer ${stamp}` };
  try {
    const path = `comments/${encodeURIComponent(id)}/look?body=nodes`;
    const found = await api.ask<Looked>(path, { headers, cache: "no-store", signal });
    if (signal.aborted || found.thread !== key) return;
    if (found.status !== "approved") return show(found, found.status, list, thread);
    list.find(id)?.highlight() ?? await fetchLinked(id, list, thread);
  } catch (error) {
    if (signal.aborted) return;
    say(REFUSALS[(error as ApiError).status] ?? "lookFailed", list, thread);
    list.find(id)?.highlight();
  }
}

const REFUSALS: Readonly<Record<number, "gone" | "lookEnded">> = { 401: "lookEnded", 404: "gone" };

/** As its author sees what waits, so that nobody answers or reports it here. */
function show(
  found: Looked,
  status: Exclude<Looked["status"], "approved">,
  list: CommentList,
  thread: Thread,
): void {
  const comment: Comment = { ...found, status: "pending" };
  const placeholder = list.find(comment.id);
  const view = placeholder ?? place(comment, list);
  const { article } = view;
  if (placeholder?.comment.author === null) fill(article, comment);
  const words = thread.strings.of(english).text(`look.${status}`);
  badge(article).textContent = words;
  article.classList.add("look");
  adoptStyles(article);
  view.highlight();
  thread.announce(words);
}

function place(comment: Comment, list: CommentList): CommentView {
  return list.find(comment.parentId ?? "")
    ? list.addReply(comment)
    : list.addBranch({ ...comment, thread: "", ancestors: [] });
}

/** What a placeholder lacks. */
function fill(article: HTMLElement, { id, author, body }: Comment): void {
  const name = h("bdi", { id: `by-${id}`, class: "author", part: "author" }, author?.name);
  article.querySelector(`#by-${id}`)!.replaceWith(name);
  article.append(h("div", { class: "body", part: "body", dir: "auto" }, build(body, document)));
}

/** The line that says what a comment is. */
function badge(article: HTMLElement): Element {
  const known = article.querySelector("p.badge");
  if (known) return known;
  const made = h("p", { class: "badge", part: "badge" });
  article.append(made);
  return made;
}

import { preferredStrings } from "./shell/locale.ts";
import { Page } from "./shell/page.ts";

const page = new Page(await preferredStrings());
document.body.replaceChildren(page.element);
void page.start();

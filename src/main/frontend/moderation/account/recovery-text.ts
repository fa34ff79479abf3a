/** What is copied, saved or printed: one code a line, under a title that says whose and where. */
export function recoveryText(title: string, codes: readonly string[]): string {
  return `${title.replaceAll(/[\u2066-\u2069]/g, "")}\n\n${codes.join("\n")}\n`;
}

/** A name for the file that no system refuses. */
export function fileName(host: string, name: string): string {
  const part = (text: string) => text.normalize("NFKC").replaceAll(/[^\p{L}\p{N}.]+/gu, "-");
  return `recovery-codes-${part(host)}-${part(name)}.txt`;
}

/** A secret in groups of four, which is how it is read aloud and typed. */
export function grouped(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? "";
}

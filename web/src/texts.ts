/** The widget's own texts, in the language of the conversation. */

export type Part =
  | string
  | { variable: string }
  | { select: string; variants: Record<string, Pattern> };
export type Pattern = Part[];
export type Arguments = Record<string, string | number>;

export const languages = Object.keys(TEXTS);

/** `code` reduced to a language that the widget speaks, or the default. */
export function spoken(code: string | null | undefined): string {
  const language = (code ?? "").toLowerCase().split("-")[0] ?? "";
  return languages.includes(language) ? language : DEFAULT_LANGUAGE;
}

/** The name of a language as its own speakers write it, with a capital. */
export function nameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** The text of the message `id` in `language`. */
export function text(language: string, id: string, args: Arguments = {}): string {
  const pattern = TEXTS[language]?.[id];
  if (!pattern) throw new Error(`No text ${id} in ${language}`);
  return render(pattern, language, args);
}

/** How large a file is: "1,4 MB". */
export function size(language: string, bytes: number): string {
  const isSmall = bytes < 2 ** 20;
  const [unit, amount] = isSmall ? ["kilobyte", bytes / 2 ** 10] : ["megabyte", bytes / 2 ** 20];
  const style = { style: "unit", unit, maximumFractionDigits: amount < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(language, style).format(amount);
}

export function has(language: string, id: string): boolean {
  return id in (TEXTS[language] ?? {});
}

function render(pattern: Pattern, language: string, args: Arguments): string {
  return pattern
    .map((part) => {
      if (typeof part === "string") return part;
      if ("variable" in part) return show(args[part.variable] ?? "", language);
      return render(choose(part.variants, args[part.select] ?? 0, language), language, args);
    })
    .join("");
}

function show(value: string | number, language: string): string {
  return typeof value === "number" ? new Intl.NumberFormat(language).format(value) : value;
}

function choose(
  variants: Record<string, Pattern>,
  value: string | number,
  language: string,
): Pattern {
  const plural = typeof value === "number" ? new Intl.PluralRules(language).select(value) : value;
  return variants[`=${value}`] ?? variants[plural] ?? variants["other"] ?? [];
}

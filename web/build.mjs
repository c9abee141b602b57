// Builds dist/aclaro-chat.js: the widget, its style sheet and its texts in one script.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { parse } from "@fluent/syntax";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const locales = join(here, "..", "locales");
const registry = readFileSync(join(locales, "languages.yml"), "utf8");
const defaultLanguage = /^default:\s*(\w+)/m.exec(registry)[1];

/** A Fluent pattern as the runtime in src/texts.ts reads it: strings, variables, selections. */
function compilePattern(pattern, where) {
  return pattern.elements.map((element) => {
    if (element.type === "TextElement") return element.value;
    const { expression } = element;
    if (expression.type === "VariableReference") return { variable: expression.id.name };
    if (expression.type === "SelectExpression" && expression.selector.type === "VariableReference") {
      return {
        select: expression.selector.id.name,
        variants: Object.fromEntries(
          expression.variants.map((variant) => [
            variant.key.type === "NumberLiteral" ? `=${variant.key.value}` : variant.key.name,
            compilePattern(variant.value, where),
          ]),
        ),
      };
    }
    throw new Error(`${where}: the widget's texts know variables and plurals, not ${expression.type}`);
  });
}

function compileFile(path) {
  const messages = {};
  for (const entry of parse(readFileSync(path, "utf8"), {}).body) {
    if (entry.type === "Junk") throw new Error(`${path}: ${entry.annotations[0].message}`);
    if (entry.type === "Message") messages[entry.id.name] = compilePattern(entry.value, path);
  }
  return messages;
}

function compileTexts() {
  const texts = {};
  for (const folder of readdirSync(locales, { withFileTypes: true })) {
    if (!folder.isDirectory() || folder.name.startsWith("_")) continue;
    texts[folder.name] = compileFile(join(locales, folder.name, "widget", "widget.ftl"));
  }
  const keys = (language) => Object.keys(texts[language]).sort().join(" ");
  for (const language of Object.keys(texts)) {
    if (keys(language) !== keys(defaultLanguage)) {
      throw new Error(`The widget's texts in ${language} and ${defaultLanguage} have different keys`);
    }
  }
  return texts;
}

await build({
  entryPoints: [join(here, "src", "index.ts")],
  outfile: join(here, "dist", "aclaro-chat.js"),
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  loader: { ".css": "text" },
  define: {
    TEXTS: JSON.stringify(compileTexts()),
    DEFAULT_LANGUAGE: JSON.stringify(defaultLanguage),
  },
  legalComments: "inline",
  logLevel: "warning",
});

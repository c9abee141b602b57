/** The Fluent texts of every language, compiled into the bundle by build.mjs. */
declare const TEXTS: Record<string, Record<string, import("./texts").Pattern>>;
declare const DEFAULT_LANGUAGE: string;

declare module "*.css" {
  const text: string;
  export default text;
}

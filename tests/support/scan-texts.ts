import ts from "typescript";

/** Attributes whose value a person reads or hears. */
const SPOKEN = new Set([
  "aria-label",
  "aria-description",
  "alt",
  "title",
  "placeholder",
  "label",
  "hint",
  "lead",
  "summary",
  "caption",
  "words",
  "pendingText",
  "emptyLabel",
]);
const WORD = /\p{L}{2,}/u;

const parse = (file: string, source: string) =>
  ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

const placeOf = (file: string, source: ts.SourceFile, node: ts.Node) =>
  `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

/** Words that a component holds itself, as "file:line words": JSX text, text in braces, and attributes that are read or heard. */
export function textLiterals(file: string, text: string): string[] {
  const source = parse(file, text);
  const found: string[] = [];
  visit(source, (node) => {
    const words = wordsOf(node);
    if (words !== undefined && WORD.test(words)) found.push(`${placeOf(file, source, node)} ${words.trim()}`);
  });
  return found;
}

function wordsOf(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text;
  if (ts.isJsxAttribute(node)) {
    if (!SPOKEN.has(node.name.getText()) || !node.initializer) return undefined;
    const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
    return value && ts.isStringLiteralLike(value) ? value.text : undefined;
  }
  const inBraces = ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) ? node.expression : undefined;
  return inBraces && ts.isStringLiteralLike(inBraces) ? inBraces.text : undefined;
}

/** A use of a key that is written out, with every full key it may mean. */
export interface UsedKey {
  place: string;
  keys: string[];
  /** Names of the values handed over; null where they are not written out. */
  values: string[] | null;
}

/**
 * The keys of `t("…")` calls that are written out. A key without a namespace may belong to any namespace that the file
 * asks `useTranslation` or `getFixedT` for, or to `common`.
 */
export function usedKeys(file: string, text: string): UsedKey[] {
  const source = parse(file, text);
  const namespaces = new Set<string>(["common"]);
  const used: { place: string; key: string; values: string[] | null }[] = [];
  visit(source, (node) => {
    if (!ts.isCallExpression(node)) return;
    const [first, second] = node.arguments;
    if (!first) return;
    const name = node.expression.getText();
    if (name === "useTranslation" || name.endsWith("getFixedT")) {
      for (const argument of node.arguments)
        visit(argument, (part) => ts.isStringLiteralLike(part) && namespaces.add(part.text));
    }
    if ((name === "t" || name === "text") && ts.isStringLiteralLike(first))
      used.push({ place: placeOf(file, source, node), key: first.text, values: valuesOf(second) });
  });
  return used.map(({ place, key, values }) => ({
    place,
    values,
    keys: key.includes(":") ? [key] : [...namespaces].map((namespace) => `${namespace}:${key}`),
  }));
}

function valuesOf(given: ts.Expression | undefined): string[] | null {
  if (!given) return [];
  if (!ts.isObjectLiteralExpression(given)) return null;
  const names = given.properties.map(({ name }) => (name && ts.isIdentifier(name) ? name.text : null));
  return names.every((name) => name !== null) ? names : null;
}

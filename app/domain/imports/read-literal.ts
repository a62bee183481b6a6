/** What a cell with a JSON or Python literal can hold. */
export type Literal = string | number | boolean | null | Literal[] | { [key: string]: Literal };

/** Deeper than any address; a cell of a million brackets ends here. */
const DEEPEST = 8;
const LONGEST = 20_000;
const WORDS = new Map<string, Literal>([
  ["true", true],
  ["false", false],
  ["null", null],
  ["True", true],
  ["False", false],
  ["None", null],
]);
const ESCAPES: Record<string, string> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", "0": "" };

/**
 * Reads JSON (RFC 8259) and what Python prints for dictionaries and lists, which is JSON with single quotes, `None` and
 * `True`. Answers undefined for everything else: a cell is a stranger's text, so nothing throws.
 */
export function readLiteral(cell: string): Literal | undefined {
  if (cell.length > LONGEST) return undefined;
  const reader = new Reader(cell);
  const value = reader.value(0);
  return reader.isAtEnd() ? value : undefined;
}

class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  isAtEnd(): boolean {
    return this.peek() === "";
  }

  value(depth: number): Literal | undefined {
    const next = this.peek();
    if (depth > DEEPEST) return undefined;
    if (next === "{") return this.dictionary(depth);
    if (next === "[" || next === "(") return this.list(depth, next === "[" ? "]" : ")");
    if (next === "'" || next === '"') return this.string(next);
    const [word = ""] = /^[\w.+-]+/.exec(this.text.slice(this.at, this.at + 40)) ?? [];
    this.at += word.length;
    if (WORDS.has(word)) return WORDS.get(word);
    return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(word) ? Number(word) : undefined;
  }

  private dictionary(depth: number): Literal | undefined {
    const entries = new Map<string, Literal>();
    this.at += 1;
    while (this.peek() !== "}") {
      const key = this.value(depth + 1);
      if (typeof key !== "string" || !this.take(":")) return undefined;
      const value = this.value(depth + 1);
      if (value === undefined) return undefined;
      entries.set(key, value);
      if (!this.take(",") && this.peek() !== "}") return undefined;
    }
    this.at += 1;
    return Object.fromEntries(entries);
  }

  private list(depth: number, end: string): Literal | undefined {
    const items: Literal[] = [];
    this.at += 1;
    while (this.peek() !== end) {
      const item = this.value(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
      if (!this.take(",") && this.peek() !== end) return undefined;
    }
    this.at += 1;
    return items;
  }

  private string(quote: string): string | undefined {
    let text = "";
    this.at += 1;
    while (this.at < this.text.length) {
      const sign = this.text[this.at] ?? "";
      this.at += 1;
      if (sign === quote) return text;
      text += sign === "\\" ? this.escaped() : sign;
    }
    return undefined;
  }

  private escaped(): string {
    const [all = "", two, four] = /^(?:x([\da-f]{2})|u([\da-f]{4}))/i.exec(this.text.slice(this.at, this.at + 5)) ?? [];
    const code = two ?? four;
    const sign = this.text[this.at] ?? "";
    this.at += code ? all.length : 1;
    return code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPES[sign] ?? sign);
  }

  private take(sign: string): boolean {
    if (this.peek() !== sign) return false;
    this.at += 1;
    return true;
  }

  /** The next sign that is no blank, or "" at the end. */
  private peek(): string {
    while (/\s/.test(this.text[this.at] ?? "")) this.at += 1;
    return this.text[this.at] ?? "";
  }
}

import { createReadStream } from "node:fs";
import { TokenParser, TokenType } from "@streamparser/json";
import { type Checked, finishInstance } from "~/domain/matching/instance/finish-instance";
import type { InstanceFault, InstanceTable } from "~/domain/matching/instance/instance";
import {
  addElement,
  escapePointer,
  type InstanceBuilder,
  newInstanceBuilder,
  openSection,
  SECTIONS,
  type Section,
} from "~/domain/matching/instance/instance-builder";
import type { Mode } from "~/domain/matching/mode";
import { ExactTokenizer } from "./exact-tokenizer";

const CHUNK_BYTES = 1 << 20;
/** Elements come one by one and are forgotten, so that millions of pairs are never objects at the same time. */
const ELEMENTS = SECTIONS.map((section) => `$.${section}.*`);

/**
 * Reads an instance for a mode, as a stream. A file that cannot be read throws; whatever is wrong inside is a fault with
 * its place.
 */
export async function readInstanceFile(path: string, mode: Mode): Promise<Checked<InstanceTable>> {
  const builder = newInstanceBuilder();
  const tokens = new ExactTokenizer();
  const values = new TokenParser({ paths: ELEMENTS, keepStack: false });
  const watch = watchSections(builder);
  let fault: InstanceFault | null = null;
  tokens.onToken = (info) => {
    fault ??= watch.take(info.token, info.value);
    values.write(info);
  };
  // a token that does not belong here is at the place that was open before it
  values.onError = (error) => {
    fault ??= { pointer: watch.pointerBefore(), problem: `is not JSON: ${error.message}` };
    tokens.error(error);
  };
  values.onValue = ({ value, key }) => {
    fault ??= addElement(builder, { section: watch.section(), at: key as number, value });
  };
  tokens.onError = (error) => {
    fault ??= { pointer: watch.pointer(), problem: `is not JSON: ${error.message}` };
  };
  // each ends the other, as the library's own pair does
  tokens.onEnd = () => {
    if (!values.isEnded) values.end();
  };
  values.onEnd = () => {
    if (!tokens.isEnded) tokens.end();
  };
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    tokens.write(chunk as Buffer);
    if (fault) return { ok: false, fault };
  }
  if (!tokens.isEnded) tokens.end();
  if (watch.isUntouched()) fault ??= { pointer: "", problem: "is not JSON: there is nothing in it" };
  return fault ? { ok: false, fault } : finishInstance(builder, mode);
}

/**
 * Follows the outer braces: which section is open, at which element, and whether each is a list that stands once and names
 * no field of an element twice, of which a parser would keep the last.
 */
function watchSections(builder: InstanceBuilder) {
  let depth = 0;
  let open: string | null = null;
  let at = 0;
  let expects: "start" | "key" | "list" | "end" = "start";
  let before: { depth: number; at: number; expects: string } = { depth, at, expects };
  const fields: string[] = [];
  let isObject = false;
  let isFieldNext = false;
  const pointerOf = (place: typeof before) =>
    place.depth > 1 ? `/${open}/${place.at}` : place.expects === "list" ? `/${open}` : "";
  const takeField = (token: TokenType, value: unknown): InstanceFault | null => {
    const isName = isFieldNext && token === TokenType.STRING;
    isFieldNext = token === TokenType.COMMA;
    if (!isName) return null;
    const name = String(value);
    if (fields.includes(name)) return { pointer: `/${open}/${at}/${escapePointer(name)}`, problem: "stands twice" };
    fields.push(name);
    return null;
  };
  const take = (token: TokenType, value: unknown): InstanceFault | null => {
    if (depth === 0 && token !== TokenType.LEFT_BRACE) return { pointer: "", problem: "has to be an object" };
    const level = depth;
    before = { depth, at, expects };
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) depth += 1;
    if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth -= 1;
    if (level === 3) return isObject ? takeField(token, value) : null;
    if (level === 2 && token === TokenType.COMMA) at += 1;
    if (level === 2 && depth === 3) {
      isObject = token === TokenType.LEFT_BRACE;
      fields.length = 0;
      isFieldNext = true;
    }
    if (level === 0) expects = "key";
    if (level !== 1) return null;
    if (token === TokenType.STRING && expects === "key") {
      open = String(value);
      at = 0;
      expects = "list";
      return openSection(builder, open);
    }
    if (token === TokenType.COMMA) expects = "key";
    if (expects !== "list" || token === TokenType.COLON) return null;
    expects = "end";
    return token === TokenType.LEFT_BRACKET ? null : { pointer: `/${open}`, problem: "has to be a list" };
  };
  return {
    take,
    section: () => open as Section,
    isUntouched: () => expects === "start",
    /** Of what is open now: the element, the section, or the whole. */
    pointer: () => pointerOf({ depth, at, expects }),
    /** The same before the newest token. */
    pointerBefore: () => pointerOf(before),
  };
}

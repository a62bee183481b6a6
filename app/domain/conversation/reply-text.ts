import { plain } from "./plain-text";

/** Lines of a mail that are read at most; more is nobody's answer. */
const MOST_LINES = 2_000;

/** Characters of a line that are looked at: what decides stands at its beginning. */
const LOOKED_AT = 400;

/** "Ana wrote:" in the languages of the families, as mail programs put it before what they quote. */
const WROTE =
  /(?:wrote|writes|escribió|ha escrito|a écrit|schrieb|escreveu|ha scritto|schreef|skrev|đã viết|написала?|пишет|كتب|写道|寫道|のメール)\s*[:：]\s*$/iu;

/** The first word of such a line where the last one is not known: an address and a year, and then a colon. */
const WROTE_SOMEHOW = /@.*\b(?:19|20)\d\d\b.*[:：]\s*$|\b(?:19|20)\d\d\b.*@.*[:：]\s*$/u;

/** What begins a quoted or forwarded mail, a signature (RFC 3676, 4.3) or the line of a telephone, each in a line of its own. */
const BEGINS_THE_REST: readonly RegExp[] = [
  /^--\s*$/u,
  /^[_-]{6,}\s*$/u,
  /^-{2,}\s*(?:original message|forwarded message|mensaje original|mensaje reenviado|message d'origine|mensagem original)/iu,
  /^begin forwarded message/iu,
  /^(?:sent from|sent via|enviado desde|enviado con|obtener outlook|get outlook for|envoyé de|enviado do)\b/iu,
];

const FROM = /^\*?(?:from|de|von|van|da|от|من|发件人|寄件者|差出人)\*?\s*[:：]/iu;
const OTHER_HEADER =
  /^\*?(?:sent|date|to|subject|enviado(?: el)?|fecha|para|asunto|envoyé|objet|à|gesendet|an|betreff|data|дата|кому|тема|日期|收件人|主题|件名|宛先)\*?\s*[:：]/iu;

/**
 * What somebody wrote themselves in an answer by mail: without the mail that they answered, however their program marks it, and
 * without a signature that begins as signatures do, or with the whole name of whoever writes. What is not marked cannot be told apart
 * and stays.
 */
export function ownWords(text: string, { writer = "" }: { writer?: string } = {}): string {
  const lines = text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\u00a0\u202f]/g, " ")
    .replaceAll(/[\u200b\ufeff]/g, "")
    .split("\n", MOST_LINES);
  const end = lines.findIndex((_, at) => isEnd(lines, at));
  const own = end === -1 ? lines : lines.slice(0, end);
  return withoutSignature(own, writer)
    .filter((line) => !line.startsWith(">"))
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** What may follow a name and is meant to be read: a postscript, a question. */
const TO_BE_READ = /^p\.?\s?[sd]\b|¿|\?(?:\s|$)/iu;
/** How a mail begins. A name below it introduces whoever writes. */
const GREETING =
  /^(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)|hola|buen[oa]s|estimad[oa]s?|querid[oa]s?)(?!\p{L})/u;
const MOST_WORDS_OF_GREETING = 5;
/** A title or a firm may stand beside a name, and no sentence. */
const MOST_WORDS_OF_TITLE = 8;
const FEWEST_WORDS_OF_SENTENCE = 5;

/**
 * Without what begins with a line of the writer's whole name, and perhaps what they are: programs put it there, with the address of
 * the house and the telephone below. A name on the first line or below a greeting alone is none, nor is one that a sentence goes on from, or
 * with a postscript or a question after it: what somebody typed is rather kept, and waits where it gives somebody away.
 */
function withoutSignature(lines: readonly string[], writer: string): readonly string[] {
  const name = plain(writer).trim().replaceAll(/\s+/g, " ");
  if (!name.includes(" ")) return lines;
  const first = lines.findIndex((line) => line.trim() !== "");
  const at = lines.findIndex((line, index) => index > first && isSigned(line, name));
  if (at === -1 || isGreeting(lines.slice(0, at))) return lines;
  return lines.slice(at).some((line) => TO_BE_READ.test(line.trim())) ? lines : lines.slice(0, at);
}

function isGreeting(above: readonly string[]): boolean {
  const text = plain(above.join(" ").slice(0, LOOKED_AT)).trim();
  return GREETING.test(text) && text.split(/\s+/).length <= MOST_WORDS_OF_GREETING;
}

function isSigned(line: string, name: string): boolean {
  const written = plain(line.slice(0, LOOKED_AT))
    .replace(/^[\s\p{P}]+/u, "")
    .replaceAll(/\s+/g, " ");
  const beside = written.slice(name.length).trimEnd();
  return written.startsWith(name) && /^(?:$|\s?[\p{P}|])/u.test(beside) && !isSentence(beside);
}

function isSentence(beside: string): boolean {
  const words = beside.match(/\p{L}+/gu)?.length ?? 0;
  return words > MOST_WORDS_OF_TITLE || (words >= FEWEST_WORDS_OF_SENTENCE && /[.!]$/.test(beside));
}

function isEnd(lines: readonly string[], at: number): boolean {
  const line = lookedAt(lines, at);
  if (line === "") return false;
  if (BEGINS_THE_REST.some((pattern) => pattern.test(line))) return true;
  if (FROM.test(line)) return [1, 2, 3].some((after) => OTHER_HEADER.test(lookedAt(lines, at + after)));
  return isAttribution(lines, at);
}

/** Programs break the line before a quote once or twice; nothing stands between it and the quote but empty lines. */
function isAttribution(lines: readonly string[], at: number): boolean {
  let joined = "";
  for (const length of [1, 2, 3]) {
    joined = `${joined} ${lookedAt(lines, at + length - 1)}`.trim();
    if (/[:：]\s*$/u.test(joined)) return isQuoteAfter(joined, lines, at + length);
    if (lookedAt(lines, at + length) === "") return false;
  }
  return false;
}

function isQuoteAfter(joined: string, lines: readonly string[], from: number): boolean {
  const next = lines.slice(from).find((line) => line.trim() !== "");
  const names = /[\d@<]/u.test(joined);
  return (names && WROTE.test(joined)) || WROTE_SOMEHOW.test(joined) || (names && next?.startsWith(">") === true);
}

const lookedAt = (lines: readonly string[], at: number): string => (lines[at] ?? "").slice(0, LOOKED_AT).trim();

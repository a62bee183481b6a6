interface Named {
  fullName: string;
  nameUsed: string;
}

/** Shorter words of a name ("de", "Al") name nobody by themselves. */
const SHORTEST_WORD = 3;

/**
 * Whether a report names somebody in its own words, so that it is kept from them: in what was written as a name by any word of
 * theirs, in the telling by the last word of their name or by the whole of it. Accents, capitals and signs do not matter. It
 * rather keeps a report from one reader too many.
 */
export function isNamed(report: { aboutName: string; body: string }, person: Named): boolean {
  const names = [person.fullName, person.nameUsed].map(wordsOf).filter((words) => words.length > 0);
  const about = new Set(wordsOf(report.aboutName));
  const body = ` ${wordsOf(report.body).join(" ")} `;
  return names.some((words) => {
    const last = words.at(-1) ?? "";
    return (
      words.some((word) => word.length >= SHORTEST_WORD && about.has(word)) ||
      (words.length > 1 && last.length >= SHORTEST_WORD && body.includes(` ${last} `)) ||
      body.includes(` ${words.join(" ")} `)
    );
  });
}

/** Words without accents, in small letters. */
function wordsOf(text: string): string[] {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

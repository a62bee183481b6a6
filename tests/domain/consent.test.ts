import { describe, expect, test } from "vitest";
import { answersIn } from "~/domain/consent/answers";
import { holdsOwnRights } from "~/domain/consent/holder";
import { type Channel, consentLifecycle, mayDisclose } from "~/domain/consent/lifecycle";
import { CONSENT_PLACEHOLDERS, fillConsentText } from "~/domain/consent/text";
import { validUntil } from "~/domain/consent/validity";
import { type ConsentAnswer, weighConsents } from "~/domain/consent/weigh";
import { move } from "~/domain/lifecycle";
import { isLanguage } from "~/i18n";
import en from "~/locales/en/invitations";
import { invitationLetterWords } from "~/locales/invitation-letter-words";
import { letterWords } from "~/locales/letter-words";
import { consentDrafts } from "~db/consent-drafts";
import { hiddenWords } from "~db/consent-texts/placeholders";

const TODAY = "2026-10-15";
const everybody = { on: TODAY, holders: () => true };

/** An answer of Monique at nine in the morning, for herself; a test names what differs. */
const said = (given: Partial<ConsentAnswer>): ConsentAnswer => ({
  id: "answer",
  holderId: "monique",
  state: "given",
  answeredAt: "2026-10-01T09:00:00Z",
  validUntil: "2027-10-01",
  recordedBy: null,
  ...given,
});
const later = { answeredAt: "2026-10-02T09:00:00Z" };

describe("weighing answers", () => {
  test("nobody has answered: nothing stands, nothing is in the way", () => {
    expect(weighConsents([], everybody)).toEqual({ standing: null, inTheWay: null });
  });

  test("one signature suffices, and the newest yes is the one that stands", () => {
    const first = said({ id: "first" });
    const second = said({ id: "second", holderId: "derek", ...later });
    expect(weighConsents([first, second], everybody)).toEqual({ standing: second, inTheWay: null });
    expect(weighConsents([second, first], everybody)).toEqual({ standing: second, inTheWay: null });
  });

  test.each(["refused", "revoked"] as const)("a %s of another holder outweighs a yes before and after it", (state) => {
    const no = said({ id: "no", holderId: "derek", state });
    for (const yes of [said({ answeredAt: "2026-09-01T09:00:00Z" }), said(later)])
      expect(weighConsents([yes, no], everybody)).toEqual({ standing: null, inTheWay: no });
  });

  test("a later yes of the same holder settles their own no, an earlier one does not", () => {
    const no = said({ id: "no", state: "refused" });
    const yes = said({ id: "yes", ...later });
    expect(weighConsents([no, yes], everybody).standing).toBe(yes);
    const earlier = said({ id: "earlier", answeredAt: "2026-09-30T09:00:00Z" });
    expect(weighConsents([no, earlier], everybody)).toEqual({ standing: null, inTheWay: no });
  });

  test("a later yes that staff recorded settles everybody's no; one recorded before it does not", () => {
    const no = said({ id: "no", holderId: "derek", state: "refused" });
    const recorded = said({ id: "recorded", recordedBy: "ines", ...later });
    expect(weighConsents([no, recorded], everybody).standing).toBe(recorded);
    const before = said({ recordedBy: "ines", answeredAt: "2026-09-30T09:00:00Z" });
    expect(weighConsents([no, before], everybody).inTheWay).toBe(no);
  });

  test("at the same instant the no counts, however the instant is written", () => {
    const no = said({ id: "no", state: "revoked", answeredAt: "2026-10-01 02:00:00-07" });
    expect(weighConsents([said({}), no], everybody)).toEqual({ standing: null, inTheWay: no });
  });

  test("an answer counts on its last day and not on the next; a no ends like a yes", () => {
    const yes = said({ validUntil: TODAY });
    const no = said({ id: "no", holderId: "derek", state: "refused", validUntil: "2026-10-14" });
    expect(weighConsents([yes, no], everybody)).toEqual({ standing: yes, inTheWay: null });
    expect(weighConsents([yes], { ...everybody, on: "2026-10-16" }).standing).toBeNull();
    expect(weighConsents([said({ validUntil: null })], { ...everybody, on: "2099-01-01" }).standing).not.toBeNull();
  });

  test("what somebody answered who may not consent today counts for nothing, neither yes nor no", () => {
    const yes = said({});
    const no = said({ id: "no", holderId: "derek", state: "refused" });
    const holders = (id: string) => id !== "derek";
    expect(weighConsents([yes, no], { on: TODAY, holders })).toEqual({ standing: yes, inTheWay: null });
    expect(weighConsents([yes], { on: TODAY, holders: () => false }).standing).toBeNull();
  });

  test("law: no order of the answers changes the outcome, and a yes never stands beside a no in the way", () => {
    const states = ["given", "refused", "revoked"] as const;
    const all = states.flatMap((state, n) =>
      ["monique", "derek"].map((holderId, m) =>
        said({
          id: `${state}-${holderId}`,
          holderId,
          state,
          answeredAt: `2026-10-0${1 + ((n + 2 * m) % 5)}T09:00:00Z`,
        }),
      ),
    );
    for (let pick = 0; pick < 2 ** all.length; pick += 1) {
      const some = all.filter((_, n) => (pick >> n) % 2 === 1);
      const one = weighConsents(some, everybody);
      const other = weighConsents([...some].reverse(), everybody);
      expect(other.standing).toEqual(one.standing);
      expect(other.inTheWay === null).toBe(one.inTheWay === null);
      expect(one.standing !== null && one.inTheWay !== null).toBe(false);
    }
  });
});

describe("who holds the rights", () => {
  test("a student from the eighteenth birthday on, which on 29 February is 1 March", () => {
    expect(holdsOwnRights("2008-10-16", TODAY)).toBe(false);
    expect(holdsOwnRights("2008-10-15", TODAY)).toBe(true);
    expect(holdsOwnRights("2008-02-29", "2026-02-28")).toBe(false);
    expect(holdsOwnRights("2008-02-29", "2026-03-01")).toBe(true);
  });

  test("somebody whose birthday nobody knows counts as a minor", () => {
    expect(holdsOwnRights(null, TODAY)).toBe(false);
  });
});

describe("how long a yes holds", () => {
  test("a year for what is asked for the year; 29 February ends on the 28th", () => {
    expect(validUntil("looking", "2026-10-15")).toBe("2027-10-15");
    expect(validUntil("photo", "2028-02-29")).toBe("2029-02-28");
  });

  test("the whole engagement for what is asked for one", () => {
    expect(validUntil("participate", "2026-10-15")).toBeNull();
    expect(validUntil("travel", "2026-10-15")).toBeNull();
  });
});

describe("the lifecycle of a consent", () => {
  test("which answers a state takes", () => {
    expect(answersIn("requested")).toEqual(["give", "refuse"]);
    expect(answersIn("given")).toEqual(["revoke"]);
    expect(answersIn("refused")).toEqual(["give"]);
    expect(answersIn("revoked")).toEqual(["give"]);
    for (const closed of ["superseded", "lapsed", "unheard of"]) expect(answersIn(closed)).toEqual([]);
  });

  test("a yes needs a holder who is authenticated and a channel that may disclose", () => {
    const asked = { state: "requested", role: "guardian" } as const;
    expect(move(consentLifecycle.give, { ...asked, met: ["guardian_authenticated"] })).toMatchObject({
      reason: "still_needed",
      detail: { missing: "disclosing_channel" },
    });
    expect(
      move(consentLifecycle.give, { ...asked, met: ["guardian_authenticated", "disclosing_channel"] }),
    ).toMatchObject({ ok: true, to: "given" });
  });

  test("advisors and mentors answer for nobody", () => {
    for (const role of ["advisor", "mentor"] as const)
      for (const name of ["give", "refuse", "revoke"] as const)
        expect(
          move<string, string, string, string>(consentLifecycle[name], { state: "requested", role, met: [] }),
        ).toMatchObject({ reason: "not_permitted" });
  });

  test("by phone nothing is disclosed", () => {
    const channels: Channel[] = ["web", "link", "phone", "paper", "in_person"];
    expect(channels.filter(mayDisclose)).toEqual(["web", "link", "paper", "in_person"]);
  });
});

describe("consent texts", () => {
  const words = {
    student: "Ana",
    school: "Lakeview",
    schoolPhone: "206 555 0100",
    organisation: "the clinic",
    placement: "Help care",
  };

  test("placeholders are filled, with or without spaces inside; other braces stay", () => {
    expect(fillConsentText("{{student}} at {{ organisation }}: {{ toString }} {x}", words)).toBe(
      "Ana at the clinic: {{ toString }} {x}",
    );
  });

  test("a name that looks like a placeholder or a pattern is only a name", () => {
    expect(fillConsentText("{{student}}, {{school}}", { ...words, student: "{{school}} $& $1" })).toBe(
      "{{school}} $& $1, Lakeview",
    );
  });

  /** The two sentences that every text has to add, and the way to a person. */
  const SENTENCES: Record<string, [ifNo: RegExp, check: RegExp]> = {
    en: [/If you say no, \{\{student\}\} can look for another place/, /A check is one step, not a guarantee/],
    es: [/Si usted dice que no, \{\{student\}\} puede buscar otro lugar/, /Una revisión es un paso, no una garantía/],
    so: [/Haddii aad tiraahdo maya, \{\{student\}\} meel kale/, /Hubintu waa tallaabo, ma aha dammaanad/],
    vi: [
      /Nếu quý vị nói không, \{\{student\}\} có thể tìm nơi khác/,
      /Việc kiểm tra là một bước, không phải là bảo đảm/,
    ],
  };

  test.each(consentDrafts)(
    "the draft of $purpose in $language says both sentences, whom to call, and fills whole",
    (draft) => {
      for (const sentence of SENTENCES[draft.language] ?? [/no sentence is known for this language/])
        expect(draft.body).toMatch(sentence);
      expect(draft.body).toContain("{{schoolPhone}}");
      const used = [...draft.body.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
      for (const name of used) expect(CONSENT_PLACEHOLDERS).toContain(name);
      expect(fillConsentText(draft.body, { ...words, ...hiddenWords(draft.language) })).not.toContain("{{");
    },
  );

  test("every language with a draft has its own words for a hidden place; others get the English ones", () => {
    const own = new Set(consentDrafts.map(({ language }) => hiddenWords(language).placement));
    expect(own.size).toBe(new Set(consentDrafts.map(({ language }) => language)).size);
    expect(hiddenWords("tl")).toBe(hiddenWords("en"));
  });
});

test("in each language a text ships in, its letter has the words of the boxes that are ticked and the lines that are signed", () => {
  const shipped = new Set(consentDrafts.map(({ language }) => language));
  expect([...shipped].filter((language) => !isLanguage(language) && !letterWords[language])).toEqual([]);
});

test("in each language a text ships in, a letter asks somebody in, with every value that the English one has", () => {
  const english = en.letter as Record<string, unknown>;
  const valuesIn = (words: unknown) => (String(words).match(/\{\{\w+\}\}/g) ?? []).toSorted();
  const foreign = [...new Set(consentDrafts.map(({ language }) => language))].filter((one) => !isLanguage(one));
  expect(foreign).toEqual(Object.keys(invitationLetterWords).toSorted());
  for (const words of Object.values(invitationLetterWords))
    for (const [key, sentence] of Object.entries(words))
      expect(valuesIn(sentence), key).toEqual(valuesIn(english[key]));
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { MOST_SCANS, type ScanOf } from "~/domain/acting/scan";
import { recordConsent } from "~/features/consents/record-consent.server";
import { recordQuestion } from "~/features/consents/record-question.server";
import { recordAnswer } from "~/features/pursuits/record-answer.server";
import { addScan } from "~/features/scans/add-scan.server";
import { lookAtScan } from "~/features/scans/look-at-scan.server";
import { openScans } from "~/features/scans/open-scans.server";
import { removeScan } from "~/features/scans/remove-scan.server";
import { cast, castActor } from "~db/cast";
import { jpegOf, noted, PLACE, pngOf } from "../../support/pictures";
import { anaContacted, staff } from "../../support/pursuit-way";
import { giveLooking, NOBODY, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ines = castActor(cast.ines);

/** A request to Rosa that waits for her answer. */
async function asked(): Promise<string> {
  const id = await giveLooking(stage, "ana", "rosa");
  await stage.rows("update consents set state = 'requested', answered_at = null, channel = null where id = $1", [id]);
  return id;
}
const LETTER = {
  answer: "give",
  channel: "paper",
  on: "2026-10-15",
  signedName: "Rosa Reyes",
  relationship: "mother",
  interpreter: "Luz Mora",
  evidence: "",
} as const;
const of = (id: string): ScanOf => ({ noun: "consent", id });
const scansOf = async (what: ScanOf) => valueIn(await openScans(stage.wiring, ines, what)).scans;
const add = (id: string, file: Uint8Array, by = ines) => addScan(stage.wiring, by, { of: of(id), file });
const acts = () =>
  stage.rows<{ transition: string; actor_id: string; reason: string }>(
    "select transition, actor_id, reason from audit_log where noun = 'scan' order by at, id",
  );

test("a photo of the signed letter proves a yes, without where it was taken; who looks at it is noted", async () => {
  const consentId = await asked();
  const photo = jpegOf({ orientation: 6 });
  expect(reasonIn(await recordConsent(stage.wiring, ines, { ...LETTER, consentId }))).toBe("evidence_missing");
  valueIn(await recordConsent(stage.wiring, ines, { ...LETTER, consentId, scan: photo }));
  const [scan] = await scansOf(of(consentId));
  expect(scan).toMatchObject({ addedBy: cast.ines.name });
  const one = { of: of(consentId), scanId: scan?.id ?? NOBODY };
  const { kind, content } = valueIn(await lookAtScan(stage.wiring, castActor(cast.priya), one));
  expect(kind).toBe("image/jpeg");
  expect(Buffer.from(content).includes(PLACE)).toBe(false);
  expect(await acts()).toEqual([
    { transition: "add", actor_id: cast.ines.personId, reason: `consent:${consentId}` },
    { transition: "look", actor_id: cast.priya.personId, reason: `consent:${consentId}` },
  ]);
});

test("a scan makes no spoken yes a signed one, and what is no picture records nothing", async () => {
  const consentId = await asked();
  const spoken = { ...LETTER, consentId, channel: "phone", scan: pngOf() } as const;
  expect(reasonIn(await recordConsent(stage.wiring, ines, spoken))).toBe("spoken_yes");
  const pdf = { ...LETTER, consentId, evidence: "folder", scan: Buffer.from("%PDF-1.7") };
  expect(reasonIn(await recordConsent(stage.wiring, ines, pdf))).toBe("not_a_picture");
  expect(await stage.rows("select state from consents")).toEqual([{ state: "requested" }]);
  expect(await scansOf(of(consentId))).toEqual([]);
});

test("a question and a host's answer keep their paper, and the language that was spoken is in the log", async () => {
  const pursuitId = await anaContacted(stage);
  const [consent] = await stage.rows<{ id: string }>("select id from consents where purpose = 'looking'");
  const consentId = consent?.id ?? NOBODY;
  const said = {
    channel: "paper",
    language: "so",
    interpreter: "Hibo Ali",
    evidence: "A note.",
    scan: pngOf(),
  } as const;
  valueIn(await recordQuestion(stage.wiring, ines, { consentId, question: "Who drives?", ...said }));
  valueIn(await recordAnswer(stage.wiring, staff("ines"), { pursuitId, answer: "offer", ...said }));
  expect(await scansOf(of(consentId))).toHaveLength(1);
  expect(await scansOf({ noun: "pursuit", id: pursuitId })).toHaveLength(1);
  const kept = await stage.rows(
    "select transition, language, interpreter from audit_log where transition in ('ask', 'offer') order by transition",
  );
  expect(kept).toEqual(["ask", "offer"].map((transition) => ({ transition, language: "so", interpreter: "Hibo Ali" })));
});

test("the same photo twice is one, five are the most, and one that belongs elsewhere is taken away", async () => {
  const consentId = await asked();
  for (const answer of await Promise.all([add(consentId, noted(pngOf())), add(consentId, pngOf())])) valueIn(answer);
  expect(await scansOf(of(consentId))).toHaveLength(1);
  for (let scans = 1; scans < MOST_SCANS; scans++) valueIn(await add(consentId, jpegOf({ scans })));
  expect(reasonIn(await add(consentId, jpegOf({ scans: MOST_SCANS })))).toBe("too_many_scans");
  const [first] = await scansOf(of(consentId));
  const one = { of: of(consentId), scanId: first?.id ?? NOBODY };
  valueIn(await removeScan(stage.wiring, ines, one));
  expect(reasonIn(await removeScan(stage.wiring, ines, one))).toBe("not_found");
  expect(reasonIn(await lookAtScan(stage.wiring, ines, one))).toBe("not_found");
  expect((await acts()).map(({ transition }) => transition)).toEqual([...Array(MOST_SCANS).fill("add"), "remove"]);
});

test("scans go with what they prove", async () => {
  const consentId = await asked();
  valueIn(await add(consentId, pngOf()));
  await stage.rows("delete from consents where id = $1", [consentId]);
  expect(await stage.rows("select id from scans")).toEqual([]);
});

test("strangers: advisors, families, mentors, students and other schools see no scan, add none and take none away", async () => {
  const consentId = await asked();
  valueIn(await add(consentId, pngOf()));
  const [scan] = await scansOf(of(consentId));
  const one = { of: of(consentId), scanId: scan?.id ?? NOBODY };
  const strangers = [
    ...[cast.tom, cast.rosa, cast.maya, cast.ana].map((each) => [castActor(each), "not_permitted"] as const),
    ...[cast.malik, cast.greta].map((each) => [castActor(each), "not_found"] as const),
  ];
  for (const [stranger, reason] of strangers) {
    expect(reasonIn(await openScans(stage.wiring, stranger, of(consentId)))).toBe(reason);
    expect(reasonIn(await lookAtScan(stage.wiring, stranger, one))).toBe(reason);
    expect(reasonIn(await removeScan(stage.wiring, stranger, one))).toBe(reason);
    expect(reasonIn(await addScan(stage.wiring, stranger, { of: of(consentId), file: jpegOf({}) }))).toBe(reason);
  }
  // Nor does the page of one thing open the paper of another.
  expect(reasonIn(await lookAtScan(stage.wiring, ines, { ...one, of: of(NOBODY) }))).toBe("not_found");
  expect(await scansOf(of(consentId))).toHaveLength(1);
});

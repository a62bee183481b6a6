import { nextQuestion, turnOf } from "~/domain/interest/finder/next-question";
import { unsubscribeToken } from "~/features/mail/unsubscribe-token.server";
import { startStandIn } from "~/payments/stand-in/server";
import { type CastAccountKey, cast, castMembers, hasAccount, sampleSchools } from "~db/cast";
import { startApp, type TestApp } from "./app";
import type { TestDatabase } from "./database";
import { prepareIds, prepareJobs } from "./doors-ids";
import { type LinkSet, prepareLinks } from "./doors-links";
import { indexSample } from "./searching";
import { createSeededDatabase } from "./seeded-database";
import { TEST_NOW } from "./wiring";

/** The sample schools behind the real server, with an id for every address and a session for everybody. */
export interface Doors {
  database: TestDatabase;
  app: TestApp;
  /** The same rows, and nothing that is written stays. */
  forgetting: TestApp;
  ids: Record<string, string>;
  /** What takes the place of an id for somebody whose thing is another one. */
  ownIds: Record<string, Record<string, string>>;
  /** By the first word of their address, such as "consent". */
  links: Record<string, LinkSet>;
  /** The cookie of one of the cast, or none for nobody. */
  cookieOf(person: CastAccountKey | null): string | undefined;
  stop(): Promise<void>;
}

const MANY = 1_000_000;
/** The limits have a test of their own; here nobody has to wait. */
const LIMITS = {
  requestsPerMinute: MANY,
  formsPerMinute: MANY,
  signIn: { name: "doors", points: MANY, windowSeconds: 600 },
};

export async function openDoors(): Promise<Doors> {
  const database = await createSeededDatabase();
  const standIn = await startStandIn({ now: () => TEST_NOW });
  const env = {
    payments: { sealSecret: "tests only: seals keys of test accounts", account: null, apiBase: standIn.url },
  };
  const app = await startApp(database, { limits: LIMITS, env });
  const forgetting = await startApp(database, { limits: LIMITS, env, forgets: true });
  await indexSample(app);
  const ids = await prepareIds(database, app.wiring);
  const token = unsubscribeToken(app.wiring.env.secret, ids.mailId ?? "");
  const links = {
    ...(await prepareLinks(database, app.wiring, ids.pursuitId ?? "")),
    unsubscribe: { right: token, other: `${"A".repeat(21)}${token.slice(21)}`, madeUp: "A".repeat(43), old: token },
  };
  const cookies = new Map<CastAccountKey, string>();
  for (const { key } of castMembers.filter(hasAccount))
    cookies.set(key as CastAccountKey, await app.signInAs(key as CastAccountKey));
  const cookieOf = (person: CastAccountKey | null) => (person === null ? undefined : cookies.get(person));
  const stop = async () => {
    await app.stop();
    await forgetting.stop();
    await standIn.close();
    await database.drop();
  };
  const ownIds = {
    ...Object.fromEntries((["jada", "ana", "keisha", "finn"] as const).map((key) => [key, firstCards(key)])),
    ...(await prepareJobs(database, app.wiring)),
    minh: { consentId: ids.minhConsentId ?? "" },
    // a mentor gives to a school of their own district
    ruth: { schoolId: sampleSchools["cedar-ridge"].schoolId },
  };
  return { database, app, forgetting, ids, ownIds, links, cookieOf, stop };
}

/** The address with every parameter filled: `:token` with the link, the others with the ids. */
export function fillAddress(path: string, values: Record<string, string>): string {
  return path.replaceAll("/*", "/nowhere").replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no id for :${name} of ${path}`);
    return encodeURIComponent(value);
  });
}

/** The cards a student sees first. */
function firstCards(key: "jada" | "ana" | "keisha" | "finn"): Record<string, string> {
  return { ...nextQuestion([], turnOf(cast[key].personId, 1)) };
}

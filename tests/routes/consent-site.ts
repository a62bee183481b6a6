import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { cast, sampleGuardianCode } from "~db/cast";
import { approve, readConsent, readConsentToken, type Scene } from "../features/consents/scene";
import { startApp, type TestApp } from "../support/app";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { createSeededDatabase } from "../support/seeded-database";

/** The web server over the sample schools, fresh for each test of a file. */
export interface Site extends Scene {
  app: TestApp;
}

export function useSite(): Site {
  const site = {} as Site;
  let sample: TestDatabase;
  beforeAll(async () => {
    sample = await createSeededDatabase();
  });
  beforeEach(async () => {
    site.database = await createTestDatabase({ from: sample });
    site.app = inEnglish(await startApp(site.database));
    site.wiring = site.app.wiring;
  });
  afterEach(async () => {
    await site.app.stop();
    await site.database.drop();
  });
  afterAll(() => sample.drop());
  return site;
}

/** A browser whose reader chose English; without that a mailed link speaks the language of the person it was made for. */
function inEnglish(app: TestApp): TestApp {
  const chosen = (cookie?: string) => [cookie, "lang=en"].filter(Boolean).join("; ");
  return {
    ...app,
    get: (path, cookie) => app.get(path, chosen(cookie)),
    post: (path, fields, cookie) => app.post(path, fields, chosen(cookie)),
  };
}

/** What Rosa sends when she signs. */
export const SIGNED = {
  answer: "give",
  typedName: cast.rosa.name,
  relationship: "mother",
  code: sampleGuardianCode,
};

/** Ana's request as Rosa's mail has it. */
export async function askRosa(site: Site): Promise<{ pursuitId: string; consentId: string; path: string }> {
  const { pursuitId, consentIds } = await approve(site);
  const [consentId = ""] = consentIds;
  return { pursuitId, consentId, path: `/consent/${await readConsentToken(site, consentId)}` };
}

export async function stateOf(site: Site, consentId: string): Promise<string> {
  return (await readConsent(site, consentId)).state;
}

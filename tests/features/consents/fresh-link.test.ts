import { expect, test } from "vitest";
import { sendFreshLink } from "~/features/consents/send-fresh-link.server";
import { cast, castActor } from "~db/cast";
import { sql } from "../../support/sql";
import {
  answer,
  approve,
  bearerOf,
  countEverything,
  listMailsTo,
  listTasksAbout,
  readActs,
  type Scene,
  useScene,
} from "./scene";

const scene = useScene();
const DAY = 24 * 60;

/** Ana's request, whose mailed link has run out. */
async function letLinkRunOut({ wiring }: Scene) {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  const { linkId } = await bearerOf(scene, consentId);
  wiring.clock.pass(15 * DAY);
  return { consentId, linkId };
}

test("a fresh link goes to the address the school knows, works, and is in the log", async () => {
  const { consentId, linkId } = await letLinkRunOut(scene);
  expect(await sendFreshLink(scene.wiring, linkId)).toEqual({ ok: true, value: null });
  const mails = await listMailsTo(scene, "consent-request", cast.rosa.personId);
  expect(mails).toHaveLength(2);
  expect(mails[1]).toMatchObject({ recipient_language: "es", props: { studentFirstName: "Ana" } });
  expect(await answer(scene, await bearerOf(scene, consentId), { consentId })).toMatchObject({ ok: true });
  expect((await readActs(scene, consentId))[1]).toMatchObject({
    transition: "fresh_link",
    actor_kind: "system",
    on_behalf_of: cast.rosa.personId,
    language: "es",
  });
});

test("a double click sends one, and an hour later the same old link sends another", async () => {
  const { linkId } = await letLinkRunOut(scene);
  const start = scene.wiring.clock.now().getTime();
  await Promise.all(
    [1, 2, 3, 4].map((ms) => sendFreshLink({ ...scene.wiring, clock: { now: () => new Date(start + ms) } }, linkId)),
  );
  scene.wiring.clock.pass(59);
  await sendFreshLink(scene.wiring, linkId);
  expect(await listMailsTo(scene, "consent-request", cast.rosa.personId)).toHaveLength(2);
  scene.wiring.clock.pass(2);
  await sendFreshLink(scene.wiring, linkId);
  expect(await listMailsTo(scene, "consent-request", cast.rosa.personId)).toHaveLength(3);
  scene.wiring.clock.pass(20 * DAY);
  await sendFreshLink(scene.wiring, linkId);
  expect(await listMailsTo(scene, "consent-request", cast.rosa.personId)).toHaveLength(4);
});

test("a request that was answered needs no link", async () => {
  const { consentId, linkId } = await letLinkRunOut(scene);
  await answer(scene, castActor(cast.rosa), { consentId });
  const before = await countEverything(scene);
  expect(await sendFreshLink(scene.wiring, linkId)).toEqual({ ok: false, reason: "already_answered" });
  expect(await countEverything(scene)).toEqual(before);
});

test("where no address takes mail any more, staff get the letter to print", async () => {
  const { consentId, linkId } = await letLinkRunOut(scene);
  await sql(scene.database, "update contact_points set undeliverable_at = now() where person_id = $1", [
    cast.rosa.personId,
  ]);
  expect(await sendFreshLink(scene.wiring, linkId)).toEqual({ ok: false, reason: "no_mail" });
  expect(await listTasksAbout(scene, "interpreter_consent", consentId)).toMatchObject([
    { props: { mail: false, released: true, guardian: "Rosa Reyes" } },
  ]);
});

test("somebody who may not consent any more gets none", async () => {
  const { linkId } = await letLinkRunOut(scene);
  await sql(scene.database, "update guardian_links set to_on = '2026-10-20' where guardian_id = $1", [
    cast.rosa.personId,
  ]);
  expect(await sendFreshLink(scene.wiring, linkId)).toEqual({ ok: false, reason: "no_rights" });
  expect(await listMailsTo(scene, "consent-request", cast.rosa.personId)).toHaveLength(1);
});

test("a link of another kind, or of nobody, sends nothing", async () => {
  const { consentId, linkId } = await letLinkRunOut(scene);
  await sql(scene.database, "update identity.links set kind = 'introduce' where id = $1", [linkId]);
  const before = await countEverything(scene);
  for (const id of [linkId, consentId])
    expect(await sendFreshLink(scene.wiring, id)).toEqual({ ok: false, reason: "not_found" });
  expect(await countEverything(scene)).toEqual(before);
});

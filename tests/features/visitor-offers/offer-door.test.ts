import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listOfferSchools } from "~/features/visitor-offers/list-offer-schools.server";
import { openOfferDoor } from "~/features/visitor-offers/open-offer-door.server";
import { sendVisitorOffer } from "~/features/visitor-offers/send-visitor-offer.server";
import { settleOfferDoor } from "~/features/visitor-offers/settle-offer-door.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { valueIn } from "../../support/stage";
import { type OfferStage, openOfferStage, POST } from "./stage";

let stage: OfferStage;
beforeAll(async () => {
  stage = await openOfferStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ines = castActor(cast.ines);
const settle = (door: "open" | "closed", actor = ines) => settleOfferDoor(stage.wiring, actor, { door });
const slugs = async () => (await listOfferSchools(stage.wiring)).map(({ slug }) => slug);
const acts = () =>
  stage.rows("select transition, actor_id from audit_log where noun = 'school' and noun_id = $1 order by id", [
    sampleSchools.lakeview.schoolId,
  ]);

test("a coordinator closes the school to offers and opens it again, once each, and the log says who", async () => {
  const before = (await acts()).length;
  expect(await openOfferDoor(stage.wiring, ines)).toMatchObject({ value: { takesOffers: true } });
  valueIn(await settle("closed"));
  valueIn(await settle("closed"));
  expect(await openOfferDoor(stage.wiring, ines)).toMatchObject({ value: { takesOffers: false } });
  expect(await slugs()).not.toContain("lakeview");
  expect(await stage.ask()).toMatchObject({ ok: false, reason: "not_found" });
  valueIn(await settle("open"));
  expect(await slugs()).toContain("lakeview");
  const { personId } = cast.ines;
  expect((await acts()).slice(before)).toMatchObject([
    { transition: "close_to_offers", actor_id: personId },
    { transition: "open_to_offers", actor_id: personId },
  ]);
});

test("an offer that began before the school closed goes on", async () => {
  const bearer = await stage.open();
  valueIn(await settle("closed"));
  expect(await sendVisitorOffer(stage.wiring, bearer, { post: POST })).toMatchObject({ ok: true });
  valueIn(await settle("open"));
});

test("nobody else settles it, and a colleague of another school only their own", async () => {
  for (const actor of [cast.june, cast.ana, cast.rosa, cast.maya].map(castActor)) {
    expect(await openOfferDoor(stage.wiring, actor)).toEqual({ ok: false, reason: "not_permitted" });
    expect(await settleOfferDoor(stage.wiring, actor, { door: "closed" })).toEqual({
      ...{ ok: false, reason: "not_permitted" },
    });
  }
  const malik = castActor(cast.malik);
  valueIn(await settleOfferDoor(stage.wiring, malik, { door: "closed" }));
  expect(await slugs()).toContain("lakeview");
  valueIn(await settleOfferDoor(stage.wiring, malik, { door: "open" }));
});

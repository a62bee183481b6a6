import { afterAll, beforeAll, expect, test } from "vitest";
import { daysLater } from "~/clock";
import { addContact } from "~/features/outreach/add-contact.server";
import { sendOutreachMail } from "~/features/outreach/send-outreach-mail.server";
import { cast, castActor } from "~db/cast";
import { reasonIn, valueIn } from "../../support/stage";
import { openStage, type Stage } from "./stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test("no school of the district writes to somebody for two weeks after they were invited", async () => {
  const malik = castActor(cast.malik);
  await stage.invite(stage.somebody("Ida Moe"));
  const { contactId } = valueIn(
    await addContact(stage.wiring, malik, {
      contact: {
        ...{ fullName: "Ida Moe", title: "", organisationName: "Moe and Daughters", mail: "Ida.Moe@work.example" },
        ...{ phone: "", language: "en", tags: [], ownerId: null, origin: "public_site", originNote: "", timeZone: "" },
      },
    }),
  );
  const write = (outreachMailId: string) =>
    sendOutreachMail(stage.wiring, malik, { contactId, outreachMailId, subject: "Thursdays", body: "I am {me}." });
  expect(reasonIn(await write("01990000-0c00-7000-8000-00000000b001"))).toBe("resting");
  stage.wiring.clock.set(daysLater(stage.wiring.clock.now(), 14));
  valueIn(await write("01990000-0c00-7000-8000-00000000b002"));
});

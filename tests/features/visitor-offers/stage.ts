import type { LinkActor } from "~/domain/actor";
import type { OfferedPost } from "~/domain/placement/post";
import { openLink } from "~/features/accounts/open-link.server";
import { askToOffer } from "~/features/visitor-offers/ask-to-offer.server";
import { proveVisitorOffer } from "~/features/visitor-offers/prove-visitor-offer.server";
import { openStage, type Stage, valueIn } from "../../support/stage";

export const CAM = {
  ...{ what: " Build chairs and oars. ", name: "Cam Wood", organisationName: "Wood Shop", mail: "cam@wood.example" },
  ...{ schoolSlug: "lakeview", language: "es", trap: "" },
};

export const POST: OfferedPost = {
  ...{ kind: "shadow_day", title: "A day at the bench", studentWillDo: "Build a stool.", skills: [], aliases: [] },
  ...{ hostGains: "", requirements: "", seats: 1, days: [], lengthUnit: "days", lengthCount: 1 },
  ...{ startsOn: null, endsOn: null, interests: ["repair"], languages: ["es"] },
  ...{ minimumGrade: 9, maximumGrade: 12, minimumAge: 14 },
  site: {
    ...{ name: "", mode: "on_site", street: "12 Mill Street", city: "Seattle", postcode: "98101" },
    ...{ areaId: null, latitude: null, longitude: null },
  },
};

export interface OfferStage extends Stage {
  /** Everybody comes from another place, so that no test uses up another one's limit. */
  ask(changes?: Partial<typeof CAM>): ReturnType<typeof askToOffer>;
  /** Who acts through the newest link that was mailed to an address. */
  bearer(mail?: string): Promise<LinkActor>;
  /** Asked, and proved by the button. */
  open(changes?: Partial<typeof CAM>): Promise<LinkActor>;
  offers(): Promise<Record<string, unknown>[]>;
  mailsTo(mail: string): Promise<{ kind: string; recipient_language: string; props: Record<string, string> }[]>;
}

/** The sample schools, and what the tests of offers do again and again. */
export async function openOfferStage(): Promise<OfferStage> {
  const stage = await openStage();
  let visitors = 0;
  const mailsTo: OfferStage["mailsTo"] = (mail) =>
    stage.rows("select kind, recipient_language, props from mails where recipient_mail = $1 order by created_at, id", [
      mail,
    ]);
  const ask: OfferStage["ask"] = (changes) => {
    visitors += 1;
    return askToOffer(stage.wiring, { ...CAM, address: `192.0.2.${visitors}`, ...changes });
  };
  const bearer = async (mail = CAM.mail) => {
    const link = (await mailsTo(mail)).filter(({ kind }) => kind === "visitor-offer-link").at(-1)?.props.link ?? "";
    return valueIn(await openLink(stage.wiring, { token: link.split("/").at(-1), kinds: ["offer"] }));
  };
  return {
    ...stage,
    mailsTo,
    ask,
    bearer,
    open: async (changes = {}) => {
      valueIn(await ask(changes));
      const actor = await bearer(changes.mail);
      valueIn(await proveVisitorOffer(stage.wiring, actor));
      return actor;
    },
    offers: () => stage.rows("select * from visitor_offers order by asked_at, id"),
    clear: async () => {
      await stage.clear();
      await stage.rows("delete from visitor_offers");
      await stage.rows("delete from identity.rate_limits");
    },
  };
}

import { randomUUID } from "node:crypto";
import { daysLater } from "~/clock";
import { type Currency, writeMoney } from "~/domain/fund/money";
import { isPractice } from "~/domain/fund/practice";
import { isPurpose } from "~/domain/fund/purposes";
import type { Wiring } from "~/wiring";
import { addGiftLink, type Gift } from "~db/gifts.server";
import { insertLink } from "~db/links.server";
import { enqueueMail } from "~db/mails.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

const LINK_DAYS = 365;

interface News {
  wiring: Wiring;
  gift: Gift;
  /** A promise that is to be paid; money that has come, that went back, or that a bank did not send; a check that came back. */
  kind: "gift-pledged" | "gift-receipt" | "gift-returned" | "gift-failed" | "gift-bounced";
  /** Tells it from others of its kind about the gift, "" where there is one only; null for one that was told to nobody before. */
  about: string | null;
  minor: number;
  /** The school's civil day. */
  onDay: string;
  now: Date;
}

/**
 * Mails a donor who left an address: where to pay what they promised, the receipt for what came, what went back, or what did not come. Once each,
 * however often a payment is looked at. The link is a new one, because the school's own is kept nowhere.
 */
export async function tellDonor(tx: ScopeTx, { wiring, gift, kind, about, minor, onDay, now }: News): Promise<void> {
  if (gift.donor_mail === "" || !isPurpose(gift.purpose)) return;
  const school = await getSchool(tx, gift.school_id);
  const language = gift.donor_language;
  const linkId = randomUUID();
  await addGiftLink(tx, { schoolId: school.id, giftId: gift.id, linkId });
  const token = await insertLink(tx, {
    id: linkId,
    ...{ kind: "give", schoolId: school.id, districtId: school.district_id, subjectId: school.id },
    ...{ language, expiresAt: daysLater(now, LINK_DAYS) },
  });
  await enqueueMail(tx, {
    kind,
    props: {
      donorName: gift.donor_name,
      amount: `${writeMoney(minor, gift.currency as Currency)} ${gift.currency.toUpperCase()}`,
      purpose: gift.purpose,
      onDay,
      isPractice: isPractice(gift.book),
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${wiring.env.origin}/give/${token}/gifts/${gift.id}`,
    },
    to: { mail: gift.donor_mail, language },
    schoolId: school.id,
    dedupeKey: about === "" ? `${kind}:${gift.id}` : `${kind}:${gift.id}:${about ?? linkId}`,
    now,
  });
}

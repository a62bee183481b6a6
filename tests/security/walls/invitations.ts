import { cast } from "~db/cast";
import { insertContactPoint, markMailProved } from "~db/contact-points.server";
import * as invitations from "~db/invitations.server";
import { endJoinLinks, insertLinkOfHash } from "~db/links.server";
import { getMembershipByMail } from "~db/memberships.server";
import { listNotIn } from "~db/not-in.server";
import { listContactPoints } from "~db/person-page.server";
import { MAILED } from "./invitation-rows";
import type { Query } from "./queries";

/** As the test marks what somebody wrote. */
const mailOf = async (tx: Parameters<Query>[0], { schoolId, personId }: { schoolId: string; personId: string }) =>
  (await listContactPoints(tx, { schoolId, personId })).find(({ kind }) => kind === "mail")?.value ?? "";
const own = (tx: Parameters<Query>[0], schoolId: string) => ({
  tx,
  schoolId,
  personId: cast.monique.personId,
  role: "guardian" as const,
});

/** The queries of invitations. */
export const INVITATION_CALLS: Record<string, Query> = {
  "contact-points/markMailProved": async (tx, their) => markMailProved(tx, { ...their, mail: await mailOf(tx, their) }),
  "invitations/insertInvitation": async (tx, their) => {
    await invitations.withdrawInvitations(tx, their);
    return invitations.insertInvitation(tx, {
      ...their,
      way: "hand",
      contactPointId: null,
      invitedBy: their.staffId,
      note: "x",
    });
  },
  // The words of her address are marked, and a marked one lets nobody in.
  "invitations/findMailThatLetsIn": async (tx, { schoolId, on }) => {
    const { personId } = own(tx, schoolId);
    await insertContactPoint(tx, { schoolId, personId, kind: "mail", value: cast.monique.mail, shared: false });
    return invitations.findMailThatLetsIn(tx, { schoolId, personId, on });
  },
  "invitations/isAddressOfOthers": (tx, { schoolId, studentId }) =>
    invitations.isAddressOfOthers(tx, { schoolId, personId: studentId, mail: cast.monique.mail }),
  "invitations/moveMailedInvitation": (tx, their) =>
    invitations.moveMailedInvitation(tx, { ...own(tx, their.schoolId), invitationId: MAILED, mail: cast.monique.mail }),
  "invitations/claimReminder": async (tx, { schoolId, now }) =>
    (await invitations.claimReminder(tx, { schoolId, invitationId: MAILED, now })) || null,
  "invitations/listUnreminded": (tx, { schoolId, invitedBefore, now }) =>
    invitations.listUnreminded(tx, { schoolId, invitedBefore, now }),
  "not-in/listNotIn": (tx, { schoolId, on }) => listNotIn(tx, { schoolId, on, limit: 9, offset: 0 }),
  "links/insertLinkOfHash": (tx, their) =>
    insertLinkOfHash(
      tx,
      {
        kind: "join",
        ...{ schoolId: their.schoolId, districtId: their.districtId },
        subjectId: their.invitationId,
        language: "en",
        expiresAt: their.expiresAt,
      },
      Buffer.alloc(32, 7),
    ),
  "links/endJoinLinks": (tx, their) => endJoinLinks(tx, their),
  "memberships/getMembershipByMail": (tx, { schoolId, on }) => {
    const { personId, role } = own(tx, schoolId);
    return getMembershipByMail(tx, { schoolId, personId, role, mail: cast.monique.mail, on });
  },
};

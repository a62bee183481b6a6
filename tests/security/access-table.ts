import type { CastAccountKey } from "~db/cast";
import type { Bearer } from "../support/doors-links";

/**
 * Whose thing an address names; who is of the same school and owns none of it; who is of another school of the district, and
 * of another district. In the order of the table's columns.
 */
export const PEOPLE = {
  own: ["jada", "monique", "ingrid", "tom", "ines", "priya"],
  beside: ["ana", "rosa", "carlos", "june"],
  harbor: ["keisha", "nadia", "maya", "luis", "malik", "walter"],
  cedar: ["finn", "lars", "ruth", "dana", "greta", "hannah"],
} as const satisfies Record<string, readonly CastAccountKey[]>;

/**
 * Every address and method with the answer for everybody. `in` leads to the sign-in page and back, an address leads there,
 * `may` is done or refused for its state, never for the person; a single word stands for the whole group, `same` for what the
 * owner's role gets, ` ; ` parts schools of the district from those of another one, `over` says that the code is over or leads on. Forms are those of good-forms.ts. Where an answer is 404 the thing is there, but not theirs.
 */
const SIGNED_IN = `
     address                                    | nobody | student guardian mentor advisor coordinator admin | beside | strangers | besides
GET  /                                          | 200 | /home | same | same
GET  /*                                         | 404 | 404 | same | same
GET  /healthz                                   | 200 | 200 | same | same
GET  /readyz                                    | 200 | 200 | same | same
GET  /metrics                                   | 200 | 200 | same | same
GET  /offer                                     | 200 | 200 | same | same
GET  /offer/:schoolSlug                         | 200 | 200 | same | same
POST /offer/:schoolSlug                         | may | may | same | same
GET  /join                                      | 200 | 200 | same | same
POST /join                                      | may | may | same | same
GET  /thanks/:schoolId                          | 200 | 200 | same | same
GET  /give/back/:giftId                         | 200 | 200 | same | same
GET  /favicon.svg                               | 200 | 200 | same | same
GET  /sign-in                                   | 200 | /home | same | same
POST /sign-in                                   | may | may | same | same
GET  /sign-in/code                              | /sign-in | /home | same | same
POST /sign-in/code                              | over | over | same | same
GET  /sign-in/link                              | 200 | /home | same | same
POST /sign-in/link                              | over | over | same | same
GET  /sign-out                                  | / | / | same | same
POST /sign-out                                  | may | may | same | same
GET  /language                                  | / | / | same | same
POST /language                                  | may | may | same | same
GET  /local/cast                                | 200 | 200 | same | same
POST /local/cast                                | may | may | same | same
GET  /local/mailbox                             | 200 | 200 | same | same
GET  /local/mailbox/:mailId                     | 200 | 200 | same | same
POST /local/mailbox/:mailId                     | may | may | same | same
GET  /home                                      | in | /student /guardian /mentor /advisor /coordinator /coordinator | same | same
GET  /account                                   | in | 200 | same | same
POST /account                                   | in | may | same | same
GET  /account/membership                        | /account | /account | same | same
POST /account/membership                        | in | may 404 404 404 404 404 | 404 | 404
GET  /account/hints                             | /account | /account | same | same
POST /account/hints                             | in | may | same | same
GET  /search                                    | in | 200 200 403 200 200 200 | same | same
GET  /placements/:listingId                     | in | 200 200 403 200 200 200 | same | 404 404 403 404 404 404
GET  /placements/:listingId/record              | in | 403 403 403 200 200 200 | 403 403 403 200 | 403 403 403 404 404 404
POST /placements/:listingId/record              | in | 403 403 403 may may may | 403 403 403 404 | 403 403 403 404 404 404
POST /placements/:listingId                     | in | may 403 403 403 403 403 | same | 404 403 403 403 403 403
GET  /introduce                                 | in | 200 200 403 200 200 200 | same | same
GET  /introduce/record                          | in | 403 403 403 200 200 200 | 403 403 403 200 | 403 403 403 200 200 200
POST /introduce/record                          | in | 403 403 403 may may may | 403 403 403 404 | 403 403 403 404 404 404
POST /introduce                                 | in | may may 403 may may may | 404 404 403 404 | 404 404 403 404 404 404
GET  /concern                                   | in | 200 | same | same
POST /concern                                   | in | may | same | same
GET  /conversations                             | in | 200 | same | same
GET  /conversations/:pursuitId                  | in | 200 | 404 | 404
POST /conversations/:pursuitId                  | in | may 403 may may may may | 404 | 404
GET  /conversations/:pursuitId/messages/:messageId/:pictureId | in | 404 | same | same
GET  /conversations/:pursuitId/seen             | 404 | 404 | same | same
POST /conversations/:pursuitId/seen             | in | may | 404 | 404
GET  /question                                  | 200 | 200 | same | same
POST /question                                  | may | may | same | same
GET  /safeguarding                              | in | 403 403 403 200 200 200 | same | same
POST /safeguarding                              | in | 403 403 403 403 may may | 403 403 403 403 | 403 403 403 403 409 409
GET  /safeguarding/:concernId                   | in | 403 403 403 404 200 200 | 403 403 403 404 | 403 403 403 404 404 404
POST /safeguarding/:concernId                   | in | 403 403 403 404 may may | 403 403 403 404 | 403 403 403 404 404 404
GET  /safeguarding/:concernId/:pictureId        | in | 403 403 403 404 404 404 | 403 403 403 404 | 403 403 403 404 404 404
GET  /safeguarding/mentors/:personId            | in | 403 403 403 200 200 200 | 403 403 403 200 | 403 403 403 200 200 200 ; 403 403 403 404 404 404
POST /safeguarding/mentors/:personId            | in | 403 403 403 403 may may | 403 403 403 403 | 403 403 403 403 may may ; 403 403 403 403 404 404
GET  /safeguarding/settings                     | in | 403 403 403 403 403 200 | same | same
POST /safeguarding/settings                     | in | 403 403 403 403 403 may | same | same
GET  /suggest                                   | in | 200 200 403 403 403 403 | same | same
POST /suggest                                   | in | may may 403 403 403 403 | same | same
GET  /student                                   | in | 200 403 403 403 403 403 | same | same
GET  /student/pursuits/:pursuitId               | in | 200 403 403 403 403 403 | 404 403 403 403 | 404 403 403 403 403 403
GET  /student/pursuits/:pursuitId/call          | in | 200 403 403 403 403 403 | 404 403 403 403 | 404 403 403 403 403 403
GET  /student/pursuits/:pursuitId/call/practice | in | 200 403 403 403 403 403 | 404 403 403 403 | 404 403 403 403 403 403
POST /student/pursuits/:pursuitId/call          | in | may 403 403 403 403 403 | 404 403 403 403 | 404 403 403 403 403 403
POST /student                                   | in | may 403 403 403 403 403 | same | same
POST /student/pursuits/:pursuitId               | in | may 403 403 403 403 403 | 404 403 403 403 | 404 403 403 403 403 403
GET  /student/family                            | in | 200 403 403 403 403 403 | same | same
POST /student/family                            | in | 409 403 403 403 403 403 | same | same
GET  /student/interests                         | in | 200 403 403 403 403 403 | same | same
POST /student/interests                         | in | may 403 403 403 403 403 | same | same
GET  /student/interests/cards                   | in | 200 403 403 403 403 403 | same | same
POST /student/interests/cards                   | in | may 403 403 403 403 403 | same | same
GET  /student/searches                          | in | 200 403 403 403 403 403 | same | same
POST /student/searches                          | in | may 403 403 403 403 403 | 404 403 403 403 | 404 403 403 403 403 403
GET  /student/searches/new                      | in | 200 403 403 403 403 403 | same | same
POST /student/searches/new                      | in | may 403 403 403 403 403 | same | same
GET  /profiles/:studentId                       | in | 403 404 403 404 404 404 | 403 404 403 404 | 403 404 403 404 404 404
GET  /student/consents/:consentId               | in | 404 403 403 403 403 403 | same | same | minh 200
POST /student/consents/:consentId               | in | 404 403 403 403 403 403 | same | same | minh may
GET  /guardian                                  | in | 403 200 403 403 403 403 | same | same
GET  /guardian/consents/:consentId              | in | 403 200 403 403 403 403 | 403 404 403 403 | 403 404 403 403 403 403
POST /guardian/consents/:consentId              | in | 403 may 403 403 403 403 | 403 404 403 403 | 403 404 403 403 403 403
GET  /mentor                                    | in | 403 403 200 403 403 403 | same | same
POST /mentor                                    | in | 403 403 may 403 403 403 | same | same
GET  /mentor/about                              | in | 403 403 200 403 403 403 | same | same
POST /mentor/about                              | in | 403 403 may 403 403 403 | same | same
GET  /mentor/leaving                            | in | 403 403 200 403 403 403 | same | same
POST /mentor/leaving                            | in | 403 403 may 403 403 403 | same | same
GET  /mentor/placements/new                     | in | 403 403 200 403 403 403 | same | same
POST /mentor/placements/new                     | in | 403 403 may 403 403 403 | 403 403 422 403 | 403 403 422 403 403 403
GET  /mentor/placements/draft                   | 404 | 404 | same | same
POST /mentor/placements/draft                   | in | 403 403 may 403 403 403 | same | same
GET  /mentor/placements/:placementId            | in | 403 403 200 403 403 403 | 403 403 404 403 | 403 403 404 403 403 403
POST /mentor/placements/:placementId            | in | 403 403 may 403 403 403 | 403 403 404 403 | 403 403 404 403 403 403
GET  /mentor/pursuits/:pursuitId                | in | 403 403 200 403 403 403 | 403 403 404 403 | 403 403 404 403 403 403
POST /mentor/pursuits/:pursuitId                | in | 403 403 may 403 403 403 | 403 403 404 403 | 403 403 404 403 403 403
GET  /mentor/give                               | in | 403 403 200 403 403 403 | same | same
POST /mentor/give                               | in | 403 403 may 403 403 403 | same | same
GET  /mentor/give/:giftId                       | in | 403 403 200 403 403 403 | 403 403 404 403 | 403 403 404 403 403 403
POST /mentor/give/:giftId                       | in | 403 403 may 403 403 403 | 403 403 404 403 | 403 403 404 403 403 403
GET  /webhooks/stripe/:schoolId                 | 404 | 404 | same | same
POST /webhooks/stripe/:schoolId                 | 400 | 400 | same | same
GET  /webhooks/resend                           | 404 | 404 | same | same
POST /webhooks/resend                           | 404 | 404 | same | same
GET  /webhooks/replies                          | 404 | 404 | same | same
POST /webhooks/replies                          | 404 | 404 | same | same
GET  /coordinator/fund                          | in | 403 403 403 403 200 200 | same | same
POST /coordinator/fund                          | in | 403 403 403 403 403 may | same | same
GET  /coordinator/fund/needs                    | in | 403 403 403 403 200 200 | same | same
POST /coordinator/fund/needs                    | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/fund/receipts/:receiptId      | in | 403 403 403 403 200 200 | 403 403 403 403 | 403 403 403 403 404 404
GET  /coordinator/fund/gifts                    | in | 403 403 403 403 200 200 | same | same
POST /coordinator/fund/gifts                    | in | 403 403 403 403 may may | same | same
GET  /coordinator/fund/gifts/:giftId            | in | 403 403 403 403 200 200 | 403 403 403 403 | 403 403 403 403 404 404
POST /coordinator/fund/gifts/:giftId            | in | 403 403 403 403 may may | 403 403 403 403 | 403 403 403 403 404 404
GET  /coordinator/fund/entries                  | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/fund/entries/month.csv        | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/fund/month                    | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/fund/month.csv                | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/fund/checks                   | in | 403 403 403 403 200 200 | same | same
POST /coordinator/fund/checks                   | in | 403 403 403 403 may may | same | same
GET  /coordinator/fund/settings                 | in | 403 403 403 403 403 200 | same | same
POST /coordinator/fund/settings                 | in | 403 403 403 403 403 may | same | same
GET  /advisor                                   | in | 403 403 403 200 200 200 | same | same
POST /advisor                                   | in | 403 403 403 may 404 404 | 403 403 403 404 | 403 403 403 404 404 404
GET  /advisor/pursuits/:pursuitId               | in | 403 403 403 200 200 200 | 403 403 403 404 | 403 403 403 404 404 404
GET  /advisor/day                               | in | 403 403 403 200 200 200 | same | same
POST /advisor/day                               | in | 403 403 403 may may may | same | same
GET  /advisor/meetings/:studentId               | in | 403 403 403 200 404 404 | 403 403 403 404 | 403 403 403 404 404 404
POST /advisor/meetings/:studentId               | in | 403 403 403 may 404 404 | 403 403 403 404 | 403 403 403 404 404 404
GET  /advisor/cover                             | in | 403 403 403 200 200 200 | same | same
POST /advisor/cover                             | in | 403 403 403 may may may | 403 403 403 404 | 403 403 403 404 404 404
GET  /coordinator                               | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/consents/:consentId           | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/consents/:consentId           | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/consents/:consentId/letter    | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
GET  /coordinator/scans/:noun/:nounId           | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/scans/:noun/:nounId           | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/scans/:noun/:nounId/:scanId   | in | 403 403 403 403 302 302 | same | 403 403 403 403 404 404
POST /coordinator/scans/:noun/:nounId/:scanId   | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/letters/:code                 | 302 | 302 | same | same
GET  /letters/:code                             | 200 | 404 302 404 404 302 302 | 404 404 /mentor 404 | 404 404 /mentor 404 404 404
GET  /coordinator/demand                        | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/imports                       | in | 403 403 403 403 200 200 | same | same
POST /coordinator/imports                       | in | 403 403 403 403 may may | same | same
GET  /coordinator/imports/:importId             | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/imports/:importId             | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/imports/:importId/rejected.csv | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
GET  /coordinator/introductions                 | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/introductions/picture         | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/introductions/:introductionId | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
GET  /coordinator/introductions/:introductionId/record | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/introductions/:introductionId/record | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
POST /coordinator/introductions/:introductionId | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/checks                        | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/mentors/:mentorId/leaving     | in | 403 403 403 403 200 200 | same | 403 403 403 403 200 200 ; 403 403 403 403 404 404
POST /coordinator/mentors/:mentorId/leaving     | in | 403 403 403 403 may may | same | 403 403 403 403 may may ; 403 403 403 403 404 404
GET  /coordinator/mentors/:mentorId/address     | in | 403 403 403 403 200 200 | same | 403 403 403 403 200 200 ; 403 403 403 403 404 404
POST /coordinator/mentors/:mentorId/address     | in | 403 403 403 403 may may | same | 403 403 403 403 may may ; 403 403 403 403 404 404
GET  /coordinator/checks/:mentorId              | in | 403 403 403 403 200 200 | same | 403 403 403 403 200 200 ; 403 403 403 403 404 404
POST /coordinator/checks/:mentorId              | in | 403 403 403 403 may may | same | 403 403 403 403 may may ; 403 403 403 403 404 404
GET  /coordinator/contacts                      | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/organisations/:organisationId | in | 403 403 403 403 200 200 | same | 403 403 403 403 200 200 ; 403 403 403 403 404 404
GET  /coordinator/contacts/new                  | in | 403 403 403 403 200 200 | same | same
POST /coordinator/contacts/new                  | in | 403 403 403 403 may may | same | same
GET  /coordinator/contacts/:contactId           | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/contacts/:contactId           | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/contacts/:contactId/write     | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/contacts/:contactId/write     | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/contacts/:contactId/merge/:otherId | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/contacts/:contactId/merge/:otherId | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/duplicates                    | in | 403 403 403 403 200 200 | same | same
POST /coordinator/duplicates                    | in | 403 403 403 403 may may | same | 403 403 403 403 may may ; 403 403 403 403 404 404
GET  /coordinator/duplicates/:keptId/with/:goneId | in | 403 403 403 403 200 200 | same | 403 403 403 403 200 200 ; 403 403 403 403 404 404
POST /coordinator/duplicates/:keptId/with/:goneId | in | 403 403 403 403 may may | same | 403 403 403 403 may may ; 403 403 403 403 404 404
GET  /coordinator/duplicates/merged/:mergeId    | in | 403 403 403 403 200 200 | same | 403 403 403 403 200 200 ; 403 403 403 403 404 404
POST /coordinator/duplicates/merged/:mergeId    | in | 403 403 403 403 may may | same | 403 403 403 403 may may ; 403 403 403 403 404 404
GET  /coordinator/duplicates/mentors/:keptMentorId/with/:goneMentorId | in | 403 403 403 403 200 200 | same | 403 403 403 403 200 200 ; 403 403 403 403 404 404
POST /coordinator/duplicates/mentors/:keptMentorId/with/:goneMentorId | in | 403 403 403 403 may may | same | 403 403 403 403 may may ; 403 403 403 403 404 404
GET  /coordinator/duplicates/mentors/merged/:mentorMergeId | in | 403 403 403 403 200 200 | same | 403 403 403 403 200 200 ; 403 403 403 403 404 404
POST /coordinator/duplicates/mentors/merged/:mentorMergeId | in | 403 403 403 403 may may | same | 403 403 403 403 may may ; 403 403 403 403 404 404
GET  /coordinator/duplicates/choose             | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/duplicates/people/:keptPersonId/with/:gonePersonId | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/duplicates/people/:keptPersonId/with/:gonePersonId | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/duplicates/people/merged/:personMergeId | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/duplicates/people/merged/:personMergeId | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/duplicates/students/:keptStudentId/with/:goneStudentId | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/duplicates/students/:keptStudentId/with/:goneStudentId | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/duplicates/students/merged/:studentMergeId | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/duplicates/students/merged/:studentMergeId | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/duplicates/staff/:keptStaffId/with/:goneStaffId | in | 403 403 403 403 403 200 | same | 403 403 403 403 403 404
POST /coordinator/duplicates/staff/:keptStaffId/with/:goneStaffId | in | 403 403 403 403 403 may | same | 403 403 403 403 403 404
GET  /coordinator/duplicates/staff/merged/:staffMergeId | in | 403 403 403 403 403 200 | same | 403 403 403 403 403 404
POST /coordinator/duplicates/staff/merged/:staffMergeId | in | 403 403 403 403 403 may | same | 403 403 403 403 403 404
GET  /coordinator/sequences                     | in | 403 403 403 403 200 200 | same | same
POST /coordinator/sequences                     | in | 403 403 403 403 may may | same | same
GET  /coordinator/sequences/:sequenceId         | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/sequences/:sequenceId         | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/sequences/:sequenceId/write   | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/sequences/:sequenceId/write   | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/sequences/:sequenceId/audience | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/sequences/:sequenceId/audience | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/offers                        | in | 403 403 403 403 200 200 | same | same
POST /coordinator/offers                        | in | 403 403 403 403 may may | same | same
GET  /coordinator/listings                      | in | 403 403 403 403 200 200 | same | same
POST /coordinator/listings                      | in | 403 403 403 403 may may | same | same
GET  /coordinator/listings/:listingId           | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/listings/:listingId           | in | 403 403 403 403 may may | same | 403 403 403 403 409 409
GET  /coordinator/listings/:listingId/mentor    | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/listings/:listingId/mentor    | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/matches                       | in | 403 403 403 403 200 200 | same | same
POST /coordinator/matches                       | in | 403 403 403 403 may may | same | 403 403 403 403 409 409
GET  /coordinator/matches/listings/:listingId   | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/matches/listings/:listingId   | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/matches/news                  | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/matches/pairs/:studentId/:listingId | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/matches/pairs/:studentId/:listingId | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/matches/students/:studentId   | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/matches/students/:studentId   | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/matches/compare               | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/matches/equity                | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/matches/seats                 | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/matches/what-if               | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/matches/travel                | in | 403 403 403 403 200 200 | same | same
POST /coordinator/matches/travel                | in | 403 403 403 403 may may | same | same
GET  /coordinator/matches/travel/table.csv      | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/matches/weights               | in | 403 403 403 403 200 200 | same | same
POST /coordinator/matches/weights               | in | 403 403 403 403 may may | same | same
GET  /coordinator/people                        | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/people/new                    | in | 403 403 403 403 200 200 | same | same
POST /coordinator/people/new                    | in | 403 403 403 403 may may | same | same
GET  /coordinator/people/invite                 | in | 403 403 403 403 200 200 | same | same
POST /coordinator/people/invite                 | in | 403 403 403 403 may may | same | same
GET  /coordinator/people/:memberId              | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/people/:memberId              | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/people/:memberId/invite       | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/people/:memberId/invite       | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/people/arrivals               | in | 403 403 403 403 200 200 | same | same
POST /coordinator/people/arrivals               | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/people/:studentId/transfer    | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/people/:studentId/transfer    | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/pursuits                      | in | 403 403 403 403 200 200 | same | same
POST /coordinator/pursuits                      | in | 403 403 403 403 may may | same | 403 403 403 403 409 409
GET  /coordinator/pursuits/:pursuitId           | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/pursuits/:pursuitId           | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/mails/:unreachedId            | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/mails/:unreachedId            | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/tasks                         | in | 403 403 403 403 200 200 | same | same
GET  /coordinator/tasks/calls                   | in | 403 403 403 403 200 200 | same | same
POST /coordinator/tasks/calls                   | in | 403 403 403 403 may may | same | same
GET  /coordinator/tasks/:toldTaskId             | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator/tasks/:toldTaskId             | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/tasks/:toldTaskId/letter      | in | 403 403 403 403 200 200 | same | 403 403 403 403 404 404
POST /coordinator                               | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
POST /coordinator/tasks                         | in | 403 403 403 403 may may | same | 403 403 403 403 404 404
GET  /coordinator/held                          | in | 403 403 403 403 200 200 | same | same
POST /coordinator/held                          | in | 403 403 403 403 may may | same | same
GET  /coordinator/held/words                    | in | 403 403 403 403 200 200 | same | same
POST /coordinator/held/words                    | in | 403 403 403 403 may may | same | same
GET  /coordinator/words                         | in | 403 403 403 403 200 200 | same | same
POST /coordinator/words                         | in | 403 403 403 403 may may | same | same
GET  /operations                                | in | 403 403 403 403 403 200 | same | same
GET  /operations/mails                          | in | 403 403 403 403 403 200 | same | same
GET  /operations/mails/:kind                    | in | 403 403 403 403 403 200 | same | same
POST /operations                                | in | 403 403 403 403 403 may | same | same
`;

/** The addresses of mails: the bearer of the right link, of another page's, of one nobody made, of one whose days are over. */
const BY_LINK = `
     address              | right | other | madeUp | old
GET  /consent/:token       | 200 | 404 | 404 | 200
POST /consent/:token       | may | 404 | 404 | may
GET  /first-contact/:token | 200 | 404 | 404 | 200
POST /first-contact/:token | may | 404 | 404 | 404
GET  /still-open/:token    | 200 | 404 | 404 | 200
POST /still-open/:token    | may | 404 | 404 | 404
GET  /invitation/:token    | 200 | 404 | 404 | 200
POST /invitation/:token    | may | 404 | 404 | may
GET  /introduce/:token     | 200 | 404 | 404 | 200
POST /introduce/:token     | may | 404 | 404 | may
GET  /concern/:token       | 200 | 404 | 404 | 200
POST /concern/:token       | may | 404 | 404 | may
GET  /question/:token      | 200 | 200 | 404 | 200
POST /question/:token      | may | may | 404 | may
GET  /offering/:token      | 200 | 404 | 404 | 200
POST /offering/:token      | may | 404 | 404 | may
GET  /offering/:token/draft  | 404 | 404 | 404 | 404
POST /offering/:token/draft  | may | 404 | 404 | 404
GET  /join/:token          | 200 | 404 | 404 | 200
POST /join/:token          | may | 404 | 404 | may
GET  /delete-me/:token     | 200 | 404 | 404 | 200
POST /delete-me/:token     | may | 404 | 404 | may
GET  /give/:token          | 200 | 404 | 404 | 200
POST /give/:token          | may | 404 | 404 | may
GET  /give/:token/gifts/:giftId | 200 | 404 | 404 | 200
POST /give/:token/gifts/:giftId | may | 404 | 404 | may
GET  /unsubscribe/:token   | 200 | 404 | 404 | 200
POST /unsubscribe/:token   | may | 404 | 404 | may
`;

export type Method = "GET" | "POST";
interface Line {
  method: Method;
  path: string;
}
export interface AccessLine extends Line {
  answers: { person: CastAccountKey | null; answer: string }[];
}
export interface LinkLine extends Line {
  answers: { bearer: Bearer; answer: string }[];
}

export const accessTable: readonly AccessLine[] = readLines(SIGNED_IN).map(({ groups, ...line }) => {
  const [nobody = "", ownWords = "", beside = "", strangers = "", besides] = groups;
  const [inDistrict = "", outside = inDistrict] = strangers.split(" ; ");
  const own = spread(ownWords, PEOPLE.own, []);
  const of = (words: string, people: readonly CastAccountKey[]) =>
    spread(words, people, own).map((answer, at) => ({ person: people[at] ?? null, answer }));
  const answers = [
    { person: null, answer: nobody },
    ...of(ownWords, PEOPLE.own),
    ...of(beside, PEOPLE.beside),
    ...of(inDistrict, PEOPLE.harbor),
    ...of(outside, PEOPLE.cedar),
    ...(besides ? [readPerson(besides)] : []),
  ];
  return { ...line, answers };
});

/** Somebody whose thing is another one of the same kind: `minh 200`. */
function readPerson(words: string): { person: CastAccountKey; answer: string } {
  const [person, answer = ""] = words.split(" ");
  return { person: person as CastAccountKey, answer };
}

/** How a mailed link is held, in the order of the columns of the second table. */
export const BEARERS: readonly Bearer[] = ["right", "other", "madeUp", "old"];
export const linkTable: readonly LinkLine[] = readLines(BY_LINK).map(({ groups, ...line }) => ({
  ...line,
  answers: BEARERS.map((bearer, at) => ({ bearer, answer: groups[at] ?? "" })),
}));

function readLines(table: string): (Line & { groups: string[] })[] {
  return table
    .trim()
    .split("\n")
    .slice(1)
    .map((text) => {
      const [start = "", ...groups] = text.split("|").map((part) => part.trim());
      const [method, path = ""] = start.split(/\s+/);
      return { method: method as Method, path, groups };
    });
}

function spread(words: string, people: readonly CastAccountKey[], own: readonly string[]): string[] {
  const each = words.split(" ");
  if (words === "same") return own.slice(0, people.length);
  if (each.length === 1) return people.map(() => words);
  if (each.length !== people.length)
    throw new Error(`"${words}" speaks of ${each.length} people, not ${people.length}`);
  return each;
}

import { DEFAULT_FUND } from "~/domain/fund/settings";
import * as placed from "~db/account-gifts.server";
import { emptyDonor } from "~db/donors.server";
import * as accounts from "~db/fund-accounts.server";
import * as allocations from "~db/fund-allocations.server";
import { closeFund, getBookCurrency, getFund, lockFund, lockFundBook, putFund } from "~db/fund-books.server";
import * as checkedAccounts from "~db/fund-check-accounts.server";
import * as checks from "~db/fund-checks.server";
import { findLastDay } from "~db/fund-days.server";
import * as ledger from "~db/fund-ledger.server";
import * as receipts from "~db/fund-receipts.server";
import * as cheques from "~db/gift-cheques.server";
import * as origins from "~db/gift-origins.server";
import * as gifts from "~db/gifts.server";
import * as missing from "~db/missing-gifts.server";
import * as own from "~db/organisation-gifts.server";
import { listOrganisations, listOrganisationsWithMentors } from "~db/organisation-mentors.server";
import * as thanks from "~db/thanks.server";
import * as whole from "~db/whole-differences.server";
import type { Query } from "./queries";
import type { Theirs } from "./victim";

const of = ({ schoolId }: Theirs) => ({ schoolId, book: "test", purpose: "transit" }) as const;
const account = (their: Theirs) => ({ ...their, accountId: their.fundAccountId });
const slice = { offset: 0, limit: 10 } as const;
const money = { minor: 100, currency: "usd", purpose: "transit", book: "test" } as const;

/** The queries of the fund, which speak of a book and a purpose of its own. */
export const FUND_CALLS: Record<string, Query> = {
  "donors/emptyDonor": (tx, their) => emptyDonor(tx, their),
  "fund-allocations/countWaitingAllocations": async (tx, their) => {
    const { proposed } = await allocations.countWaitingAllocations(tx, of(their));
    return proposed || null;
  },
  "fund-allocations/insertAllocation": (tx, their) =>
    allocations.insertAllocation(tx, {
      ...{ ...their, ...money, need: "x", businessDecision: "", form: null, by: their.staffId },
    }),
  "fund-allocations/listAllocations": (tx, their) => allocations.listAllocations(tx, { ...of(their), ...slice }),
  "fund-allocations/countAllocations": async (tx, their) => (await allocations.countAllocations(tx, of(their))) || null,
  "account-gifts/adoptGiftsOfServer": (tx, their) => placed.adoptGiftsOfServer(tx, { ...of(their), ...account(their) }),
  "account-gifts/hasGiftsAtServer": async (tx, their) => (await placed.hasGiftsAtServer(tx, of(their))) || null,
  "account-gifts/listPayableGifts": (tx, their) => placed.listPayableGifts(tx, account(their)),
  "account-gifts/listGiftsAtAccount": (tx, their) => placed.listGiftsAtAccount(tx, account(their)),
  "account-gifts/listNewestReferences": (tx, their) => placed.listNewestReferences(tx, account(their)),
  "account-gifts/moveGift": (tx, their) => placed.moveGift(tx, { ...their, accountId: their.fundAccountId }),
  "account-gifts/listLeftInvoices": (tx, their) => placed.listLeftInvoices(tx, account(their)),
  "account-gifts/noteLeftInvoice": (tx, their) =>
    placed.noteLeftInvoice(tx, { ...of(their), giftId: their.tiedGiftId, reference: "in_left" }),
  "account-gifts/releaseGift": (tx, their) =>
    placed.releaseGift(tx, { ...of(their), giftId: their.giftId, keptLeftMinor: 0, keptFeeMinor: 0 }),
  "fund-accounts/endFundAccount": (tx, their) => accounts.endFundAccount(tx, account(their)),
  "fund-accounts/findFundAccount": (tx, their) => accounts.findFundAccount(tx, account(their)),
  "fund-accounts/forgetAccountKey": (tx, their) => accounts.forgetAccountKey(tx, account(their)),
  "fund-accounts/insertFundAccount": (tx, their) =>
    accounts.insertFundAccount(tx, { ...of(their), stripeAccount: "acct_another", now: their.now }),
  "fund-accounts/listFundAccounts": (tx, their) => accounts.listFundAccounts(tx, of(their)),
  "fund-accounts/putAccountKey": (tx, their) =>
    accounts.putAccountKey(tx, { ...account(their), secretKey: Buffer.from("x"), keyHint: "x" }),
  "fund-accounts/putAccountName": (tx, their) =>
    accounts.putAccountName(tx, { ...their, accountId: their.unnamedAccountId, stripeAccount: "acct_named" }),
  "fund-accounts/putAccountSecrets": (tx, their) =>
    accounts.putAccountSecrets(tx, { ...account(their), webhookSecrets: [] }),
  "fund-accounts/replaceFundAccount": (tx, their) => accounts.replaceFundAccount(tx, { ...of(their), now: their.now }),
  "fund-books/closeFund": (tx, their) => closeFund(tx, { ...of(their), now: their.now }),
  "fund-books/getBookCurrency": async (tx, { schoolId }) => {
    const currency = await getBookCurrency(tx, { schoolId, book: "live" });
    return currency === DEFAULT_FUND.currency ? null : currency;
  },
  "fund-books/getFund": async (tx, their) => {
    const { settings } = await getFund(tx, their);
    return JSON.stringify(settings) === JSON.stringify(DEFAULT_FUND) ? null : settings;
  },
  "fund-books/lockFund": async (tx, their) => {
    const { settings } = await lockFund(tx, their);
    return JSON.stringify(settings) === JSON.stringify(DEFAULT_FUND) ? null : settings;
  },
  "fund-books/lockFundBook": async (tx, their) => {
    await lockFundBook(tx, of(their));
    return tx.selectFrom("fund_books").select("book").where("school_id", "=", their.schoolId).execute();
  },
  "fund-books/putFund": (tx, their) =>
    putFund(tx, { ...of(their), isOpen: false, settings: DEFAULT_FUND, seen: 1, now: their.now }),
  "fund-days/findLastDay": (tx, their) => findLastDay(tx, { ...of(their), of: { giftId: their.giftId } }),
  "whole-differences/getOpenMinor": async (tx, their) => {
    const { openMinor } = await whole.getOpenMinor(tx, { ...of(their), currency: "usd" });
    return openMinor || null;
  },
  "whole-differences/putWholeDifference": async (tx, their) =>
    (await whole.putWholeDifference(tx, { ...of(their), stripeMinor: 3, ledgerMinor: 2 })) || null,
  "whole-differences/settleWholeDifference": (tx, their) =>
    whole.settleWholeDifference(tx, { ...of(their), now: their.now }),
  "fund-checks/countOpenDifferences": async (tx, their) => (await checks.countOpenDifferences(tx, of(their))) || null,
  "fund-checks/endFundCheck": (tx, their) =>
    checks.endFundCheck(tx, { ...their, state: "complete", lines: 1, found: 1 }),
  "fund-check-accounts/insertCheckedAccounts": (tx, their) =>
    checkedAccounts.insertCheckedAccounts(tx, { ...their, accounts: [{ accountId: null, result: "complete" }] }),
  "fund-check-accounts/listCheckedUpTo": async (tx, their) => [
    ...(await checkedAccounts.listCheckedUpTo(tx, of(their))).values(),
  ],
  "fund-check-accounts/listUnasked": (tx, their) =>
    checkedAccounts.listUnasked(tx, { ...their, checkIds: [their.checkId] }),
  "fund-checks/insertDifference": (tx, their) =>
    checks.insertDifference(tx, {
      ...{ ...of(their), checkId: their.checkId, kind: "unknown_line", reference: "txn_x", lineKind: "x" },
      ...{ currency: "usd", stripeMinor: 1, ledgerMinor: 0, isBooked: false, now: their.now },
    }),
  "missing-gifts/listMissingGifts": (tx, their) => missing.listMissingGifts(tx, { ...of(their), accountId: null }),
  "missing-gifts/settleMissingGift": async (tx, their) =>
    (await missing.settleMissingGift(tx, { ...of(their), giftId: their.giftId, now: their.now })) || null,
  "fund-checks/insertFundCheck": (tx, their) =>
    checks.insertFundCheck(tx, { ...of(their), askedBy: null, from: their.now, now: their.now }),
  "fund-checks/listDifferences": (tx, their) => checks.listDifferences(tx, { ...of(their), ...slice }),
  "fund-checks/countDifferences": async (tx, their) => (await checks.countDifferences(tx, of(their))) || null,
  "fund-checks/countFundChecks": async (tx, their) => (await checks.countFundChecks(tx, of(their))) || null,
  "fund-checks/listFundChecks": (tx, their) => checks.listFundChecks(tx, { ...of(their), ...slice }),
  "fund-checks/listSaidLines": (tx, their) => checks.listSaidLines(tx, { ...of(their), references: ["txn_said"] }),
  "fund-checks/settleKnownLines": async (tx, their) => {
    await checks.settleKnownLines(tx, { ...of(their), references: ["txn_theirs"], now: their.now });
    return tx.selectFrom("fund_books").select("book").where("school_id", "=", their.schoolId).execute();
  },
  "fund-checks/settleOpenDifference": (tx, their) =>
    checks.settleOpenDifference(tx, { ...their, stripeMinor: 1, ledgerMinor: 0, by: their.staffId, note: "x" }),
  // everybody sees the own organisation
  "organisation-mentors/listOrganisations": async (tx, { districtId, organisationId }) =>
    (await listOrganisations(tx, { districtId })).filter(({ id }) => id === organisationId),
  "organisation-mentors/listOrganisationsWithMentors": async (tx, { districtId, organisationId }) =>
    (await listOrganisationsWithMentors(tx, { districtId, on: "2026-10-01" })).filter(
      ({ id }) => id === organisationId,
    ),
  "fund-ledger/countAvailable": (tx, their) => ledger.countAvailable(tx, of(their)),
  "fund-ledger/countShortfall": (tx, their) => ledger.countShortfall(tx, { ...of(their), purpose: "tools" }),
  "fund-ledger/findSending": async (tx, their) => {
    const sending = await ledger.findSending(tx, { ...their, form: { key: their.formKey, digest: "x" } });
    return sending === "first" ? null : sending;
  },
  "fund-ledger/insertEntry": (tx, their) =>
    ledger.insertEntry(tx, {
      ...{
        ...of(their),
        of: { giftId: their.giftId },
        currency: "usd",
        cause: "check",
        recordedBy: null,
        onDay: "2026-10-01",
        now: their.now,
      },
      postings: [
        { account: "bank", purpose: null, minor: 1 },
        { account: "available", purpose: "transit", minor: -1 },
      ],
    }),
  "fund-ledger/listBalances": (tx, their) => ledger.listBalances(tx, of(their)),
  "fund-ledger/hasOtherCurrency": (tx, their) => ledger.hasOtherCurrency(tx, { ...of(their), currency: "eur" }),
  "fund-ledger/listMovements": (tx, their) =>
    ledger.listMovements(tx, { ...of(their), from: "2026-07-01", to: "2026-12-31" }),
  "fund-ledger/getEntryTotals": (tx, their) => ledger.getEntryTotals(tx, of(their)),
  "fund-ledger/listEntryLines": (tx, their) => ledger.listEntryLines(tx, of(their)),
  "fund-receipts/deleteReceipt": (tx, their) => receipts.deleteReceipt(tx, their),
  "fund-receipts/findReceipt": (tx, their) => receipts.findReceipt(tx, their),
  "fund-receipts/insertReceipt": (tx, their) =>
    receipts.insertReceipt(tx, {
      ...{ ...their, picture: { kind: "image/png", content: new Uint8Array([1]) }, by: their.staffId },
    }),
  "fund-receipts/listReceipts": (tx, their) =>
    receipts.listReceipts(tx, { ...their, allocationIds: [their.allocationId] }),
  "gift-origins/listGivenByOrganisation": (tx, their) => origins.listGivenByOrganisation(tx, of(their)),
  "gift-origins/countOfUnknownOrigin": async (tx, their) => (await origins.countOfUnknownOrigin(tx, of(their))) || null,
  "gift-origins/putGiftOrigin": (tx, their) => origins.putGiftOrigin(tx, { ...their, organisationId: null }),
  "fund-ledger/listPayouts": (tx, their) => ledger.listPayouts(tx, { ...of(their), ...slice }),
  "fund-ledger/getPayoutTotals": async (tx, their) => {
    const totals = await ledger.getPayoutTotals(tx, of(their));
    return totals.count === 0 ? null : totals;
  },
  "fund-ledger/listPostings": (tx, their) => ledger.listPostings(tx, { ...of(their), of: { giftId: their.giftId } }),
  "gifts/addGiftReferences": (tx, their) =>
    gifts.addGiftReferences(tx, { ...of(their), giftId: their.giftId, accountId: null, references: ["pi_another"] }),
  "gifts/addGiftLink": (tx, their) => gifts.addGiftLink(tx, { ...their, linkId: their.giftId }),
  "gifts/countGiftsToCome": async (tx, their) => (await gifts.countGiftsToCome(tx, of(their))) || null,
  "gifts/endGiftPromise": (tx, their) => gifts.endGiftPromise(tx, their),
  "gifts/findFirstGift": (tx, their) => gifts.findFirstGift(tx, { ...of(their), accountId: null }),
  "gifts/hasGiftOfForm": async (tx, their) =>
    (await gifts.hasGiftOfForm(tx, { ...of(their), formKey: their.formKey })) || null,
  "gifts/listGiftsUnderWay": (tx, their) =>
    gifts.listGiftsUnderWay(tx, { ...of(their), accountId: null, since: new Date(0) }),
  "gifts/findGiftByReference": (tx, their) =>
    gifts.findGiftByReference(tx, { ...of(their), accountId: null, references: [their.reference] }),
  "gifts/listReferencesAt": (tx, their) =>
    gifts.listReferencesAt(tx, { ...of(their), giftId: their.tiedGiftId, accountId: their.fundAccountId }),
  "gifts/insertGift": (tx, their) =>
    gifts.insertGift(tx, {
      ...{
        ...their,
        ...money,
        way: "pledge",
        givenBy: null,
        origin: "unasked",
        organisationId: null,
        donorName: "x",
        donorKey: "x",
        donorMail: "",
        donorLanguage: "en",
        anonymous: false,
      },
      ...{ linkId: null, form: null },
    }),
  "gifts/countGifts": async (tx, their) => (await gifts.countGifts(tx, of(their))) || null,
  "gifts/listGifts": (tx, their) => gifts.listGifts(tx, { ...of(their), ...slice }),
  // an organisation gives to several schools: each sees what it was given
  "organisation-gifts/listOwnGifts": async (tx, their) =>
    (await own.listOwnGifts(tx, { ...their, offset: 0, limit: 10 })).filter(
      (gift) => gift.school_id === their.schoolId,
    ),
  "organisation-gifts/countOwnGifts": async (tx, their) => (await own.countOwnGifts(tx, their)) || null,
  // everybody sees the own organisation's
  "organisation-gifts/findSchoolOfOwnGift": async (tx, their) => {
    const schoolId = await own.findSchoolOfOwnGift(tx, their);
    return schoolId === their.schoolId ? schoolId : null;
  },
  "thanks/listThanks": (tx, their) => thanks.listThanks(tx, of(their)),
  "thanks/putThanksShown": (tx, their) => thanks.putThanksShown(tx, { ...their, shownAt: null }),
  "thanks/putThanksWish": (tx, their) =>
    thanks.putThanksWish(tx, { ...their, thanks: "unnamed", words: "x", withAmount: true }),
  "gift-cheques/bounceGiftCheque": (tx, their) => cheques.bounceGiftCheque(tx, { ...their, owedAgain: false }),
  "gift-cheques/findSendingOfCheque": async (tx, their) => {
    const form = { key: their.formKey, digest: "x" };
    const sending = await cheques.findSendingOfCheque(tx, { ...their, form });
    return sending === "first" ? null : sending;
  },
  "gift-cheques/insertGiftCheque": (tx, their) =>
    cheques.insertGiftCheque(tx, {
      ...{ ...their, minor: 1, number: "x", whyMore: "x", receivedOn: "2026-10-01" },
      ...{ invoice: null, creditNote: null, form: null },
    }),
  "gift-cheques/listGiftCheques": (tx, their) => cheques.listGiftCheques(tx, { ...their, giftIds: [their.giftId] }),
  "gifts/putGiftInvoice": (tx, their) =>
    gifts.putGiftInvoice(tx, { ...their, purchaseOrder: "x", donorMail: "x", dueOn: "2026-10-01" }),
  "gifts/noteInvoiceMailed": (tx, their) => gifts.noteInvoiceMailed(tx, their),
  "gifts/correctDonorMail": (tx, their) => gifts.correctDonorMail(tx, { ...their, was: "", address: "x" }),
  "gifts/putUnderWay": (tx, their) => gifts.putUnderWay(tx, { ...their, ids: ["ch_1"] }),
  "gifts/putToldBack": (tx, their) => gifts.putToldBack(tx, { ...their, minor: 100 }),
  "gifts/putToldCame": (tx, their) => gifts.putToldCame(tx, { ...their, ids: ["ch_1"] }),
  "gifts/putToldFailed": (tx, their) => gifts.putToldFailed(tx, { ...their, ids: ["ch_1"] }),
  "gifts/putGiftStanding": (tx, their) =>
    gifts.putGiftStanding(tx, { ...their, standing: "paid", cameBack: null, cameMinor: 100, processingMinor: 0 }),
};

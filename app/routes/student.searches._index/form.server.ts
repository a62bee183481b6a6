import { z } from "zod";

export const LONGEST_NAME = 80;

export const nameField = z.string().trim().min(1, "search:saved.fault.name_missing").max(LONGEST_NAME);

const searchId = z.uuid();

/** What a student does with one saved search. */
export const SavedSearchForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("rename"), searchId, name: nameField }),
  z.object({ intent: z.literal("mail-on"), searchId }),
  z.object({ intent: z.literal("mail-off"), searchId }),
  z.object({ intent: z.literal("delete"), searchId }),
]);

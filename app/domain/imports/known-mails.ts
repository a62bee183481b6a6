/** What a school knows of the addresses in a file. `personId` is null for somebody new. */
export interface KnownMails {
  /** Whether somebody else of the school has it, or a row about somebody else. */
  isOthers(mail: string, personId: string | null): boolean;
  /** Whether the person signed in with it once and the school ended that: somebody else may read there. */
  wasTakenAway(mail: string, personId: string | null): boolean;
}

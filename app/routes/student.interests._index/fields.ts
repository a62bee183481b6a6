/** What the field of an interest is called in the form. */
export const fieldOf = (interestId: string) => `interest-${interestId}`;

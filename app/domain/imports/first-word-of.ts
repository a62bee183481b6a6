const LONGEST_NAME_USED = 100;

/** What somebody is called unless it is said: the first word of the full name. */
export const firstWordOf = (fullName: string) => (fullName.split(" ")[0] ?? fullName).slice(0, LONGEST_NAME_USED);

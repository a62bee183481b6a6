const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Made-up people: 25 first names and 24 last names give 600 full names. */
export const FIRST_NAMES = list(`
  Ada Bao Cai Dena Emil Faye Gus Hana Ivo Jun Kira Luz Milo Nia Otis Pia Quin Rhea Sol Tova Uma Vito Wes Xena Yuri
`);
export const LAST_NAMES = list(`
  Alder Birch Cove Dunn Ember Frost Gale Hollis Iris Jory Keel Larch Marsh Nettle Oaks Pine Quill Reed Stone Thorn Umber Vale Wren Yarrow
`);

export const STREETS = list("Alder Birch Cedar Dogwood Elm Fir Grove Hazel");

/** Endings that make a plausible organisation of a word: `Alder Workshop`. */
export const ORGANISATION_KINDS = list("Workshop Center Studio Clinic Garden Lab Kitchen Office Theater School");

/** What a student does in a placement about an interest. */
export const DOINGS = ["Help with", "Learn about", "Work in", "Try out"] as const;

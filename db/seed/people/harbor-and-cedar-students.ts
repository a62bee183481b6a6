/** 18 fictional students of Harbor Point School (grades 6 to 12) in two advisories. */
export const harborStudents = `
Mateo Reyes | 7 | Bea Thornton | green-lake | sports3 animals2 | writing2 | 30 | en es | Rosa Reyes, mother, es | Be outside with a group.
Isla Morgan | 6 | Bea Thornton | harbor-point | gardening2 cooking2 | - | 20 | en | Fiona Morgan, mother, en | -
Andre Lewis | 8 | Bea Thornton | harbor-point | transport3 repair2 | - | 25 | en | Camille Lewis, mother, en | Build a bike.
Yara Hassan | 8 | Bea Thornton | downtown | art3 writing2 | math1 | 30 | en ar | Layla Hassan, mother, en | -
Victor Chau | 7 | Bea Thornton | downtown | computers3 math2 | sports2 | 30 | en vi | Kim Chau, mother, vi | Show my grandfather how to call me.
Nina Costa | 8 | Bea Thornton | harbor-point | music3 theater2 | - | 25 | en es | Paulo Costa, father, en | -
Samuel Reed | 6 | Bea Thornton | south-slope | nature3 animals3 | - | 30 | en | Joanna Reed, mother, en | Plant a tree.
Ruby Castillo | 9 | Bea Thornton | downtown | children3 teaching2 | repair2 | 35 | es en | Pilar Castillo, mother, es | Help small children.
Owen Blake | 9 | Bea Thornton | harbor-point | media3 music2 | - | 35 | en | Heather Blake, mother, en | Go on air.
Keisha Brown | 10 | Luis Ortega | green-lake | animals3 science2 | office1 | 45 | en | Nadia Brown, mother, en | Work with animals every day.
Jamal Carter | 11 | Luis Ortega | downtown | law2 speaking3 politics2 | - | 45 | en | Renee Carter, mother, en | Argue a case.
Elif Demir | 10 | Luis Ortega | harbor-point | design3 art3 | building1 | 40 | en | Ayla Demir, mother, en | -
Marcos Silva | 12 | Luis Ortega | rainier-street | cooking3 business2 | - | 50 | es en | Teresa Silva, mother, es | Be a chef.
Hannah Roth | 11 | Luis Ortega | downtown | history3 writing2 | sports1 | 40 | en | David Roth, father, en | -
Dev Patel | 10 | Luis Ortega | old-cannery | robotics2 engineering3 | - | 45 | en | Meera Patel, mother, en | Make something that flies.
Asha Mohamed | 11 | Luis Ortega | rainier-street | healthcare3 helping2 | - | 45 | so en | Sahra Mohamed, mother, so | Be a nurse.
Cole Jensen | 12 | Luis Ortega | harbor-point | transport2 repair3 | writing2 | 45 | en | Lena Jensen, mother, en | Work right after school.
Thuy Vo | 10 | Luis Ortega | mill-hill | languages2 office2 helping1 | - | 40 | vi en | Bao Vo, father, vi | -
`;

/** 12 fictional students of Cedar Ridge Academy, in another district. */
export const cedarStudents = `
Finn Larsen | 10 | Dana Kowalski | cedar-ridge | animals3 nature2 | - | 45 | en | Lars Larsen, father, en | Work with farm animals.
Maya Ibarra | 9 | Dana Kowalski | canyon-flats | writing3 libraries2 | - | 40 | en es | Sonia Ibarra, mother, es | Write a book.
Tucker Boone | 11 | Dana Kowalski | orchard-bench | gardening2 business3 | speaking1 | 60 | en | Darlene Boone, mother, en | Sell what I grow.
Abby Frost | 10 | Dana Kowalski | cedar-ridge | computers3 nature2 | - | 45 | en | Neil Frost, father, en | Make maps.
Rosalind Kay | 12 | Dana Kowalski | canyon-flats | theater3 music2 | - | 45 | en | Vivian Kay, mother, en | Study acting.
Jonah Webb | 9 | Dana Kowalski | canyon-flats | healthcare2 helping2 | cooking1 | 40 | en | Esther Webb, mother, en | -
Paola Mendez | 11 | Dana Kowalski | orchard-bench | children3 teaching3 | - | 50 | es en | Julia Mendez, mother, es | Be a teacher.
Silas Young | 10 | Dana Kowalski | cedar-ridge | building3 theater1 | office2 | 45 | en | Karen Young, mother, en | Build sets.
Dara Kim | 11 | Dana Kowalski | cedar-ridge | science3 healthcare3 | - | 45 | en | Sun Kim, mother, en | Study medicine.
Emmett Cole | 9 | Dana Kowalski | canyon-flats | sports2 animals2 | writing1 | 30 | en | Loretta Cole, mother, en | -
Vera Castro | 12 | Dana Kowalski | orchard-bench | business2 finance2 | - | 60 | es en | Hector Castro, father, es | Run an office.
Ivy Sutton | 10 | Dana Kowalski | cedar-ridge | art3 design2 | sports2 | 40 | en | Paul Sutton, father, en | Draw maps.
`;

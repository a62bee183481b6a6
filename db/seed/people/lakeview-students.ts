/** 30 fictional students of Lakeview Learning Lab in three advisories. */
export const lakeviewStudents = `
Ana Reyes | 10 | Tom Okafor | green-lake | animals3 healthcare1 nature2 | building3 repair2 | 40 | en es | Rosa Reyes, mother, es | I want to find out if I could be a vet.
Jada Cole | 9 | Tom Okafor | lakeview-hill | music3 transport2 sports1 | office2 | 35 | en | Monique Cole, mother, en; Derek Cole, father, en, no-whereabouts | Build a bike and record a song about it.
Oscar Dahl | 9 | Tom Okafor | green-lake | environment3 nature2 | speaking2 | 30 | en | Britt Dahl, mother, en | Work outside.
Imani Walker | 10 | Tom Okafor | mill-hill | theater3 fashion2 | math1 | 45 | en | Denise Walker, mother, en | See how a play is made.
Kai Nakagawa | 11 | Tom Okafor | old-cannery | design3 computers2 art2 | - | 45 | en ja | Yuki Nakagawa, mother, en | A portfolio for art school.
Lucia Ramos | 9 | Tom Okafor | rainier-street | cooking3 business1 | animals2 | 40 | es en | Elena Ramos, mother, es; Victor Ramos, father, es | Learn how a shop makes money.
Noor Rahman | 12 | Tom Okafor | downtown | law3 politics2 writing2 | - | 50 | en | Salma Rahman, mother, en | Find out what lawyers do all day.
Eli Novotny | 10 | Tom Okafor | mill-hill | history2 writing1 | sports2 | 30 | en | Petra Novotny, mother, en | -
Zuri Okoye | 11 | Tom Okafor | lakeview-hill | healthcare3 science3 | cooking1 | 45 | en | Chidi Okoye, father, en | Become a nurse or a doctor.
Pablo Cruz | 9 | Tom Okafor | rainier-street | sports3 repair2 | writing2 | 40 | es en | Ines Maria Cruz, grandmother, es, guardian | Work with my hands.
Hodan Warsame | 11 | June Park | rainier-street | healthcare3 children2 languages2 | repair1 | 50 | en so | Abdi Warsame, father, so, phone-only | Help people who speak Somali at a hospital.
Leo Fischer | 10 | June Park | old-cannery | robotics3 computers3 engineering2 | speaking2 | 45 | en | Anja Fischer, mother, en | Build a robot that works.
Fatuma Ali | 9 | June Park | rainier-street | children3 teaching2 | - | 35 | so en | Halima Ali, mother, so | Be a teacher.
Ben Sorensen | 9 | June Park | green-lake | animals2 nature2 | office2 | 30 | en | Kirsten Sorensen, mother, en | -
Camila Torres | 12 | June Park | downtown | media3 music2 languages1 | - | 60 | es en | Andrea Torres, mother, es | Make a radio show in two languages.
Tariq Bell | 10 | June Park | south-slope | building3 design1 | art1 | 45 | en | - | Learn a trade.
Wren Abbott | 11 | June Park | lakeview-hill | art3 design2 history1 | math2 | 40 | en | Carol Abbott, mother, en | Draw for a living.
Sofia Petrov | 10 | June Park | mill-hill | math3 finance2 computers1 | sports1 | 30 | en ru | Irina Petrov, mother, en | -
Dylan Hart | 11 | June Park | south-slope | transport3 repair2 | - | 45 | en | Gail Hart, mother, en, no-records | Fix buses or trains.
Amira Said | 9 | June Park | rainier-street | helping3 languages2 | - | 40 | so en | Yasin Said, father, so | Help at a place where people need it.
Minh Tran | 12 | Samir Haddad | mill-hill | robotics3 engineering3 math2 | - | 60 | en vi | Lan Tran, mother, vi | Study engineering and pay for it.
Linh Pham | 10 | Samir Haddad | mill-hill | languages3 helping2 teaching1 | building2 | 35 | vi en | Hoa Pham, mother, vi | Use my Vietnamese for something.
Caleb Stone | 9 | Samir Haddad | green-lake | gardening3 nature2 cooking1 | - | 30 | en | Ruthann Stone, foster mother, en, foster | Grow food.
Maren Lund | 11 | Samir Haddad | old-cannery | building3 design2 repair2 | - | 45 | en | Nils Lund, father, en | Build furniture.
Jasmine Ward | 10 | Samir Haddad | downtown | theater3 speaking3 music1 | - | 45 | en | Tasha Ward, mother, en | Be on a stage.
Diego Flores | 12 | Samir Haddad | rainier-street | business3 sales2 cooking2 | - | 50 | es en | Marta Flores, mother, es | Open my own food truck.
Anh Le | 9 | Samir Haddad | mill-hill | computers3 art1 | speaking3 | 30 | vi en | Thu Le, mother, vi | -
Grace Adeyemi | 11 | Samir Haddad | lakeview-hill | science3 environment3 | - | 45 | en | Folake Adeyemi, mother, en; Ade Adeyemi, father, en | Study the ocean.
Rory Quinn | 10 | Samir Haddad | south-slope | safety3 sports2 healthcare1 | office3 | 45 | en | Maeve Quinn, mother, en | Become a firefighter.
Talia Ben-Ami | 12 | Samir Haddad | green-lake | history3 libraries2 | - | 40 | en | Dov Ben-Ami, father, en, no-consent; Shira Ben-Ami, mother, en | Work in a museum.
`;

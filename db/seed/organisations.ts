/** 25 fictional organisations: 19 that two schools of Greenwater share, 6 in Cedar Ridge. */
export const ORGANISATION_COLUMNS = ["slug", "name", "sector", "area", "mode", "street", "about"] as const;

export const greenwaterOrganisations = `
green-lake-animal-clinic | Green Lake Animal Clinic (sample) | business | green-lake | on_site | 71 Shore Drive | A small clinic for cats, dogs and rabbits, with two vets and a busy waiting room.
sol-y-masa | Sol y Masa Bakery (sample) | business | rainier-street | on_site | 3304 Rainier Street | A family bakery. Most of the team speaks Spanish at work.
harbor-bike-works | Harbor Bike Works (sample) | nonprofit | harbor-point | on_site | 12 Pier Street | A repair shop that fixes donated bikes and gives them to people who need one.
rainier-community-garden | Rainier Street Community Garden (sample) | nonprofit | rainier-street | on_site | 3600 Rainier Street | Forty garden beds, a greenhouse and a Saturday market.
lakeside-hospital | Lakeside Family Hospital (sample) | nonprofit | mill-hill | on_site | 900 Mill Road | A hospital with a children's ward, a pharmacy and interpreters in twelve languages.
tidewater-robotics | Tidewater Robotics (sample) | business | old-cannery | on_site | 55 Cannery Row | Twenty people who build small robots that inspect bridges and ships.
northlight-theater | Northlight Theater (sample) | nonprofit | downtown | on_site | 210 Second Avenue | A stage with 180 seats, a costume shop and three premieres a year.
community-radio | Greenwater Community Radio (sample) | nonprofit | downtown | on_site | 18 Market Square | A radio station run by neighbors, in four languages.
old-cannery-makers | Old Cannery Makerspace (sample) | nonprofit | old-cannery | on_site | 61 Cannery Row | A shared workshop with wood tools, sewing machines and 3D printers.
mill-hill-elementary | Mill Hill Elementary School (sample) | public | mill-hill | on_site | 400 Mill Road | A neighborhood school with 320 children.
fire-station-seven | Greenwater Fire Station Seven (sample) | public | lakeview-hill | on_site | 7 Summit Street | Firefighters and medics who also teach first aid.
salmon-trust | Sound Salmon Trust (sample) | nonprofit | south-slope | on_site | 2 Creek Lane | People who count salmon, plant trees and keep the creek clean.
second-street-law | Second Street Legal Aid (sample) | nonprofit | downtown | on_site | 240 Second Street | Lawyers who help renters and newcomers for free.
pixel-and-pine | Pixel and Pine Design (sample) | business | lakeview-hill | remote | 15 Summit Street | A design studio for posters, websites and signs. The team works from home.
harbor-food-bank | Harbor Food Bank (sample) | nonprofit | harbor-point | on_site | 80 Pier Street | Gives food to 600 families a week.
mill-hill-builders | Mill Hill Builders (sample) | business | mill-hill | on_site | 512 Mill Road | A building company that repairs old houses.
city-archive | Greenwater City Archive and Museum (sample) | public | downtown | on_site | 1 Market Square | Old maps, photos and letters, and a small museum.
quiet-hands | Quiet Hands Senior Center (sample) | nonprofit | green-lake | on_site | 140 Shore Drive | A day center for older people, with lunch, music and games.
transit-workshop | Greenwater Transit Workshop (sample) | public | south-slope | on_site | 900 Depot Road | Where the city keeps its buses running.
`;

export const cedarOrganisations = `
cedar-ridge-library | Cedar Ridge Public Library (sample) | public | cedar-ridge | on_site | 20 Ridge Road | Books, a recording corner and homework help.
canyon-veterinary | Canyon Road Veterinary (sample) | business | canyon-flats | on_site | 310 Canyon Road | Vets for farm animals and pets.
orchard-bench-farm | Orchard Bench Farm (sample) | business | orchard-bench | private_home | 4 Orchard Lane | A family farm with apples, goats and a farm stand. The family lives here.
canyon-clinic | Canyon Flats Health Clinic (sample) | nonprofit | canyon-flats | on_site | 45 Flats Street | A walk-in clinic for families.
ridgeline-software | Ridgeline Software (sample) | business | cedar-ridge | remote | 9 Ridge Road | Six people who write maps for hikers. Everybody works from home.
canyon-playhouse | Canyon Flats Playhouse (sample) | nonprofit | canyon-flats | on_site | 77 Flats Street | A community theater in an old movie house.
`;

/** `organisations` lists every organisation a mentor belongs to, the first is the main one. */
export const MENTOR_COLUMNS = [
  "name",
  "organisations",
  "title",
  "languages",
  "interests",
  "years",
  "clearance",
] as const;

export const greenwaterMentors = `
Maya Brandt | green-lake-animal-clinic | Veterinarian | en | animals healthcare science | 14 | valid
Theo Nakamura | green-lake-animal-clinic | Vet technician | en | animals healthcare | 6 | valid
Carlos Mendoza | sol-y-masa | Head baker | es en | cooking business | 22 | valid
Lucia Mendoza | sol-y-masa | Shop manager | es en | business sales cooking | 9 | valid
Ingrid Solberg | harbor-bike-works rainier-community-garden | Lead mechanic | en | repair gardening | 11 | expired
Dez Coleman | harbor-bike-works | Mechanic | en | repair sports | 4 | valid
Wanda Ellis | rainier-community-garden | Garden manager | en | gardening nature teaching | 17 | valid
Amina Yusuf | lakeside-hospital | Nurse, children's ward | en so | healthcare children | 12 | valid
Paul Reinhart | lakeside-hospital | Pharmacist | en | healthcare science math | 20 | valid
Kenji Ito | tidewater-robotics | Robot engineer | en | robotics engineering | 8 | valid
Sara Lindholm | tidewater-robotics | Software tester | en | computers math | 5 | valid
Marcus Webb | northlight-theater | Stage manager | en | theater media | 15 | valid
Odile Fontaine | northlight-theater | Costume maker | en | design art theater | 25 | pending
Tess Moreno | community-radio | Producer | en es | media music writing | 10 | valid
Bo Jensen | old-cannery-makers | Workshop lead | en | building design engineering | 13 | valid
Yolanda Price | mill-hill-elementary | Teacher, 2nd grade | en | teaching children | 19 | valid
Chi Nguyen | mill-hill-elementary | Family liaison | vi en | languages helping office | 7 | valid
Ray Dunn | fire-station-seven | Captain | en | safety healthcare sports | 21 | valid
Joy Tanaka | salmon-trust | Field biologist | en | nature science animals | 9 | valid
Omar Farouk | second-street-law | Lawyer | en so | law politics writing | 11 | valid
Ellie Novak | pixel-and-pine | Designer | en | design art computers | 8 | valid
Grace Kim | harbor-food-bank | Volunteer manager | en | helping cooking business | 6 | expired
Hank Olsen | mill-hill-builders | Master carpenter | en | building repair | 30 | valid
Rita Olsen | mill-hill-builders | Estimator | en | math finance office | 16 | pending
Ida Feldman | city-archive | Archivist | en | history writing | 18 | valid
Mei Chen | quiet-hands | Program lead | en zh | helping music healthcare | 12 | valid
`;

export const cedarMentors = `
Ruth Abelson | cedar-ridge-library | Librarian | en | writing teaching history | 16 | valid
Paula Stone | canyon-veterinary | Veterinarian | en | animals healthcare | 13 | valid
Eli Garza | orchard-bench-farm | Farmer | en es | gardening animals business | 20 | pending
Kofi Mensah | canyon-clinic | Nurse | en | healthcare helping | 9 | valid
Vera Sokolova | ridgeline-software | Map programmer | en | computers math nature | 7 | valid
Hugo Blanc | canyon-playhouse | Director | en | theater music writing | 14 | expired
`;

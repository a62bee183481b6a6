/** Animals, kitchens, gardens and health: 21 placements in Greenwater. */
export const careAndFood = `
clinic-care | green-lake-animal-clinic | internship | 2 | tue thu 09:00 14:00 | animals healthcare | en | 9-12 | Maya Brandt + Theo Nakamura | L H | -
Help care for animals at a clinic
You get the exam rooms ready, hold calm animals, weigh them and write the weight down. You watch small operations from behind the glass and learn why the vet decides what she decides.
The clinic can see two more animals in a morning when the rooms are ready on time.
Closed shoes. A tetanus shot if your family agrees. Tell us about allergies to fur.
learn: Get an exam room ready; Hold and calm an animal; Weigh an animal and write it down; Keep tools clean
also: Vet assistant; Animal care helper; Ayudante de veterinaria

clinic-desk | green-lake-animal-clinic | internship | 1 | tue thu 10:00 15:00 | animals office helping | en es | 9-12 | Theo Nakamura + Maya Brandt | L | -
Welcome people and pets at the front desk
You greet families, find the record of their animal, answer the phone with a script and sort the medicine shelf. Later you write the reminder cards.
Families wait less, and callers who speak Spanish get an answer at once.
You speak with strangers all day. Spanish is a plus.
learn: Speak with worried people; Answer the phone; Find and file records
also: Receptionist; Recepcionista

clinic-shadow | green-lake-animal-clinic | shadow_day | 2 | tue thu 09:00 14:00 | animals healthcare science | en | 6-12 | Maya Brandt | L H | -
Follow a veterinarian for a day
You walk with the vet from the first patient to the last, see the X-ray room and look through the microscope.
We like to meet students before they ask for an internship.
-
learn: Read an X-ray with help; Use a microscope
also: Job shadow with a vet

clinic-interview | green-lake-animal-clinic | informational_interview | 3 | thu 12:00 13:00 | animals science | en | 6-12 | Maya Brandt | L H | -
Ask a veterinarian anything
Bring eight questions about school, money, sad days and good days in this work. You see the clinic and stay for lunch.
Good questions remind us why we started.
-

bakery-morning | sol-y-masa | internship | 2 | tue thu 09:00 13:00 | cooking business | es en | 10-12 | Carlos Mendoza + Lucia Mendoza | L H | hot-surfaces
Shape and sell bread in a family bakery
You weigh, shape and decorate, pack orders and learn to plan how many loaves a day needs. Students under 16 do not work at the ovens.
The shop tries two new breads a month when a third pair of hands is here.
Long hair tied back. We speak Spanish in the bakery, and we help you learn it.
learn: Weigh and shape dough; Decorate cakes; Plan how much to make; Food safety
also: Baker; Pastry helper; Panadería

bakery-shadow | sol-y-masa | shadow_day | 2 | tue 09:00 13:00 | cooking sales | es en | 6-12 | Lucia Mendoza | L H | -
One morning behind the counter of a bakery
You see the first bread come out, set the window and sell with Lucia.
A student who has seen the shop knows if it is the right place.
-
learn: Set a shop window; Speak with customers
also: Shop helper; Panadería

bakery-class | sol-y-masa | classroom_expert | 2 | thu 10:00 11:30 | cooking science | es en | 6-12 | Carlos Mendoza | L H | -
A baker explains yeast in your classroom
Carlos brings dough in three stages and shows what time and heat do to it. The class shapes rolls.
Children who know bread become customers who know bread.
-

garden-beds | rainier-community-garden | internship | 3 | tue thu 09:00 13:00 | gardening nature | en es | 9-12 | Wanda Ellis + Ingrid Solberg | L H | -
Grow vegetables for the neighborhood
You plan one bed from seed to market: soil test, planting, watering, harvest. You keep a notebook of what worked.
Each planned bed gives about sixty bags of vegetables to the food bank.
You work outside in light rain. We have boots.
learn: Test soil; Plant and water a bed; Keep a garden notebook
also: Urban farming; Huerto

garden-market | rainier-community-garden | service_learning | 8 | sat 09:00 12:00 | gardening helping sales | en es vi | 6-12 | Wanda Ellis | L H | -
Set up the Saturday market with your group
Your group puts up tables, writes price signs in two languages and weighs vegetables.
The market opens on time, and more neighbors can read the signs.
Your school sends a teacher with the group.
learn: Write clear signs; Weigh and give change
also: Farmers market; Mercado

garden-shadow | rainier-community-garden | shadow_day | 2 | thu 09:00 12:00 | gardening animals environment | en | 6-12 | Ingrid Solberg | L? H? | -
A morning with the bees and the beds
You put on a bee suit, look into a hive and help to water the greenhouse.
We find out who likes bees.
Tell us about allergies to stings.
learn: Look into a hive safely
also: Beekeeping

ward-helper | lakeside-hospital | internship | 2 | tue thu 09:30 14:30 | healthcare children helping | en so es | 10-12 | Amina Yusuf | L | -
Help on the children's ward
You bring books and games, fold blankets, guide families to the right room and learn how nurses plan a shift.
Nurses get an hour back each day, and families find their way.
Two vaccines on the hospital's list. A badge photo.
learn: Speak with children and families; Keep private things private; See how a shift is planned
also: Hospital volunteer; Nurse helper

pharmacy-stock | lakeside-hospital | internship | 2 | tue thu 10:00 14:00 | healthcare science math | en | 11-12 | Paul Reinhart | L H | -
Count, check and order in a hospital pharmacy
You check dates, count boxes against the list and learn why one wrong digit matters. You never give out medicine.
Fewer medicines run out over a weekend.
Careful with numbers.
learn: Check numbers twice; Keep a stock list; Read labels and dates
also: Pharmacy technician; Inventory

hospital-shadow | lakeside-hospital | shadow_day | 3 | tue 09:00 15:00 | healthcare science | en so es | 9-12 | Amina Yusuf | L H | -
See a day in a hospital
You follow a nurse, meet an interpreter, and see the laboratory and the kitchen.
Students who know the many jobs here come back for one of them.
-
learn: Tell the jobs of a hospital apart
also: Nursing

hospital-interview | lakeside-hospital | informational_interview | 4 | thu 15:00 16:00 | healthcare science languages | en so | 6-12 | Paul Reinhart | L H | -
Talk with a pharmacist or a medical interpreter
Thirty minutes of your questions, thirty minutes of walking through the halls.
We need more people who speak two languages.
-

foodbank-intern | harbor-food-bank | internship | 2 | tue thu 09:00 13:00 | helping logistics office | en es | 9-12 | Grace Kim | L H | lifting
Keep a food bank running
You sort deliveries, read dates, pack boxes for families with allergies and count what is left.
One student at the desk means that forty more families get a box.
You can lift 20 pounds.
learn: Sort and store food safely; Count stock; Pack for allergies; Lift without hurting your back
also: Warehouse helper; Food pantry; Despensa de alimentos

foodbank-service | harbor-food-bank | service_learning | 12 | thu 10:00 12:00 | helping logistics cooking | en es vi | 6-12 | Grace Kim | L H | -
Pack boxes with your advisory
Your group packs 200 boxes, then talks with us about why people need them.
The Thursday truck leaves full.
Your school sends a teacher with the group.
learn: Work in a line as a team; Pack fast and carefully
also: Food pantry

foodbank-class | harbor-food-bank | classroom_expert | 2 | wed 09:00 10:30 | cooking math helping | en | 6-12 | Grace Kim | L? H | -
What food costs: a class with a food bank
We plan a week of meals for a family on 90 dollars and see what is hard about it.
Students bring the idea home.
-

seniors-music | quiet-hands | internship | 2 | tue thu 10:00 14:00 | elder-care music helping | en zh | 9-12 | Mei Chen | L H | -
Bring music and games to older people
You learn the names and the songs of twenty people, help at lunch and run one activity a week that you planned.
Our guests talk about your visit all week.
Patience. Playing an instrument is a plus.
learn: Plan and lead an activity; Listen to older people; Help somebody at a meal
also: Activity leader; Nursing home

seniors-tech | quiet-hands | service_learning | 6 | thu 13:00 14:30 | elder-care computers teaching | en es vi zh | 6-12 | Mei Chen | L H | -
Help an older person with a phone
Each of you sits with one person: bigger letters, a video call, a photo for the family.
Our guests see their grandchildren on a screen.
Your school sends a teacher with the group.
learn: Explain things step by step; Set up a phone for weak eyes
also: Tech help

seniors-shadow | quiet-hands | shadow_day | 2 | tue 10:00 14:00 | elder-care healthcare | en zh | 9-12 | Mei Chen | L= H | -
A day at the senior center
You follow Mei through lunch, exercise and the music hour.
We see if the work and the person fit.
-
learn: Move a wheelchair safely
also: Nursing home

fire-shadow | fire-station-seven | shadow_day | 2 | thu 09:00 15:00 | safety healthcare sports | en | 9-12 | Ray Dunn | L H | -
Spend a shift in the fire station
You check the truck with the crew, train with the hose and stay at the station when they drive out.
Young people learn what an emergency call needs.
Sturdy shoes.
learn: Check a truck by a list; Handle a hose
also: Firefighter; Bombero
`;

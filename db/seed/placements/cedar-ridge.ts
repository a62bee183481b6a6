/** 19 placements in Cedar Ridge, another district. */
export const cedarRidge = `
library-desk | cedar-ridge-library | internship | 2 | mon wed 09:00 14:00 | libraries writing helping | en es | 9-12 | Ruth Abelson | C | -
Help readers find their book
You shelve, answer questions at the desk and choose the books for one table.
Readers find help on busy days.
-
learn: Shelve by number; Help somebody search; Make a display
also: Librarian; Biblioteca

library-homework | cedar-ridge-library | service_learning | 8 | wed 14:00 15:30 | teaching children helping | en es | 6-12 | Ruth Abelson | C | -
Homework help for younger students
Your group sits with children from third to fifth grade.
Children leave with their homework done.
Your school sends a teacher with the group.
learn: Explain without giving the answer
also: Tutor

library-panel | cedar-ridge-library | exhibition_panel | 2 | wed 16:00 18:00 | libraries speaking history | en | 6-12 | Ruth Abelson | C | -
A librarian on your exhibition panel
I ask where you found it and who wrote it.
I learn what to buy for the library.
-

library-interview | cedar-ridge-library | informational_interview | 2 | mon 12:00 13:00 | libraries writing | en | 6-12 | Ruth Abelson | C | -
Talk with a librarian
Ask what a library does besides books.
We like visitors.
-

vet-farm | canyon-veterinary | internship | 1 | mon wed 09:00 14:00 | animals healthcare science | en | 10-12 | Paula Stone | C | large-animals
Drive out to farms with a vet
You pack the kit, write the notes and hold the lamp. Your school arranges the ride to the clinic.
The vet has both hands free.
Boots. You stay behind the fence with large animals.
learn: Pack a vet's kit; Write notes on a visit; Stay safe near large animals
also: Farm vet; Vet tech

vet-shadow | canyon-veterinary | shadow_day | 2 | wed 09:00 13:00 | animals healthcare | en | 6-12 | Paula Stone | C | -
A morning with a country vet
You see pets and one farm visit.
We meet the next generation.
-
learn: See how a vet examines an animal
also: Vet tech

vet-interview | canyon-veterinary | informational_interview | 2 | mon 13:00 14:00 | animals science | en | 6-12 | Paula Stone | C= | -
Ask a vet about her work
Bring questions. There will be a cat on your lap.
Questions keep us young.
-

farm-season | orchard-bench-farm | internship | 2 | mon wed 08:30 13:30 | gardening animals business | en es | 9-12 | Eli Garza | C | farm-work
Run a farm stand
You feed goats, pick, price and sell. The family lives on the farm, so staff visit first.
The stand opens on weekdays when you are here.
You work outside in all weather.
learn: Feed and check goats; Pick and price fruit; Sell and give change
also: Farm hand; Granja

farm-harvest | orchard-bench-farm | service_learning | 12 | sat 09:00 12:00 | gardening helping | en es | 6-12 | Eli Garza | C | farm-work
Pick apples for the school kitchen
Your group picks what the machines leave.
The school kitchen gets 400 pounds of apples.
Your school sends a teacher with the group.
learn: Pick without bruising
also: Harvest helper; Cosecha

farm-shadow | orchard-bench-farm | shadow_day | 2 | mon 08:30 12:30 | gardening animals | en es | 6-12 | Eli Garza | C? | farm-work
A morning with goats
You milk, feed and learn why goats need company.
We show where food comes from.
-
learn: Milk a goat
also: Farm hand

clinic-welcome | canyon-clinic | internship | 1 | mon wed 09:00 13:00 | healthcare helping languages | en es | 10-12 | Kofi Mensah | C | -
Welcome families at a health clinic
You greet, guide and keep the waiting room calm. You do not see health records.
Families wait less.
Spanish is a plus.
learn: Greet people kindly; Keep private things private; Keep a waiting room calm
also: Receptionist; Medical office

flats-shadow | canyon-clinic | shadow_day | 2 | mon 09:00 13:00 | healthcare science | en es | 9-12 | Kofi Mensah | C | -
Follow a nurse for a morning
You see how a clinic starts its day.
Students find out if they like it.
-
learn: See how a clinic starts its day
also: Nursing

flats-interview | canyon-clinic | informational_interview | 2 | wed 13:00 14:00 | healthcare helping | en | 6-12 | Kofi Mensah | C | -
Ask a nurse
Forty minutes, any question.
We are happy to talk.
-

trail-maps | ridgeline-software | internship | 1 | mon wed 10:00 14:00 | computers nature math | en | 9-12 | Vera Sokolova | C | -
Draw trail maps with code
You walk a trail, record it and turn it into a map. We meet by video and staff can join any call.
Hikers find the new trail.
-
learn: Record a trail; Write a little code; Turn points into a map
also: GIS; Cartographer

app-tests | ridgeline-software | internship | 2 | mon wed 10:00 13:00 | computers writing | en | 9-12 | Vera Sokolova | C? | -
Try to break an app
You follow test plans, write what went wrong and try it again when it is fixed.
Fewer hikers get lost.
-
learn: Follow a test plan; Write what went wrong so that others see it
also: Software tester; QA

map-class | ridgeline-software | classroom_expert | 1 | mon 10:00 11:30 | computers nature | en | 6-12 | Vera Sokolova | C | -
How a map knows where you are
A programmer explains satellites with string and balloons.
We like hard questions.
-

playhouse-crew | canyon-playhouse | internship | 2 | mon wed 12:00 16:00 | theater music building | en | 9-12 | Hugo Blanc | C | ladders
Build and run a small stage
You paint sets, move them in the dark and run the sound.
The play opens on time.
-
learn: Paint a set; Move scenery safely; Run sound
also: Stagehand; Stage crew

playhouse-shadow | canyon-playhouse | shadow_day | 2 | wed 12:00 16:00 | theater music | en | 6-12 | Hugo Blanc | C | -
See a rehearsal
You sit beside the director and read along.
Young people tell us what is boring.
-

playhouse-panel | canyon-playhouse | exhibition_panel | 1 | wed 16:00 18:00 | theater speaking | en | 6-12 | Hugo Blanc | C! | -
A director on your exhibition panel
I tell you when I believed you.
It is fun.
-
`;

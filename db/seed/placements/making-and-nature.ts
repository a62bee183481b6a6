/** Machines, workshops, buildings, rivers and buses: 20 placements in Greenwater. */
export const makingAndNature = `
bike-repair | harbor-bike-works | internship | 2 | tue thu 10:00 15:00 | transport repair helping | en | 9-12 | Ingrid Solberg + Dez Coleman | L H | hand-tools
Repair bikes that people gave away
You learn brakes, gears and wheels, then rebuild one bike from start to end and hand it to its new owner.
Every student repairs about ten bikes a term that would go to scrap.
Work clothes that may get dirty.
learn: True a wheel; Set brakes and gears; Use hand tools safely; Take a bike apart and put it together
also: Bike mechanic; Bicycle shop

bike-shadow | harbor-bike-works | shadow_day | 2 | tue 10:00 14:00 | transport repair | en | 6-12 | Dez Coleman | L H | -
Try a day in a bike shop
You change a tube, true a wheel and ride the test loop.
Shadow days tell us who asks good questions.
-
learn: Change a tube
also: Bike mechanic

bike-build | harbor-bike-works | service_learning | 10 | sat 10:00 13:00 | transport repair children | en es | 6-12 | Dez Coleman | L H | hand-tools
Build bikes for children with your group
In pairs you clean and set up a small bike. A mechanic checks each one.
Twenty children get a bike at the end of the term.
Your school sends a teacher with the group.
learn: Use hand tools safely; Work in pairs
also: Bike mechanic

robot-builder | tidewater-robotics | internship | 2 | tue thu 09:00 15:00 | robotics engineering computers | en | 10-12 | Kenji Ito + Sara Lindholm | L H | soldering
Build and test a bridge robot
You wire sensors, print parts, run test drives and write down what broke and why.
We find faults before a customer does.
You have built something before: show us a photo.
learn: Solder and wire sensors; Print parts; Run a test and write down what happened
also: Robotics technician; Electronics

robot-tests | tidewater-robotics | internship | 2 | tue thu 10:00 15:00 | computers math robotics | en | 10-12 | Sara Lindholm | L H | -
Find mistakes in robot software
You follow test plans, try strange inputs and write reports that a programmer can use.
Each report you write saves an engineer an hour.
You like puzzles. No code needed.
learn: Follow a test plan; Write a clear bug report; Think of what could go wrong
also: Software tester; Quality assurance; QA

robot-interview | tidewater-robotics | informational_interview | 2 | thu 15:00 16:00 | robotics engineering | en | 6-12 | Kenji Ito | L H | -
Ask a robot engineer
You see three robots and ask how a person gets to build them.
We want more students who think of this as theirs.
-

robot-panel | tidewater-robotics | exhibition_panel | 2 | thu 17:00 19:00 | robotics engineering speaking | en | 6-12 | Kenji Ito | L H | -
Engineers listen to your exhibition
Two of us sit on your panel, ask about your project and tell you what we would try next.
We learn what students care about.
-

maker-prints | old-cannery-makers | internship | 2 | tue thu 12:00 16:00 | design engineering computers | en | 9-12 | Bo Jensen | L H | -
Run the 3D printers of a workshop
You prepare files, start prints, fix jams and help visitors. You design one useful part of your own.
Members get their parts the same day.
-
learn: Prepare a file for a 3D printer; Find out why a machine stopped; Design a part
also: Makerspace; 3D printing

maker-wood | old-cannery-makers | internship | 1 | tue thu 10:00 14:00 | building design art | en | 10-12/16 | Bo Jensen | L | power-tools
Learn to build furniture
You measure, cut by hand, join and finish. Machines only with Bo beside you and only if you are 16.
The makerspace sells the stools to pay for wood.
16 or older for machines.
learn: Measure and mark; Saw and plane by hand; Join and finish wood
also: Woodworking; Carpenter; Furniture maker

maker-toys | old-cannery-makers | service_learning | 8 | sat 10:00 12:00 | crafts building helping | en es | 6-12 | Bo Jensen | L H | hand-tools
Make wooden toys for the hospital
Your group sands, paints and packs simple toys.
The children's ward gets new toys each month.
Your school sends a teacher with the group.
learn: Sand and paint wood; Use hand tools safely
also: Woodworking

maker-shadow | old-cannery-makers | shadow_day | 2 | tue 12:00 16:00 | building design | en | 6-12 | Bo Jensen | L? H? | -
An afternoon in a shared workshop
You meet a sewer, a welder and a printer and make a key tag.
Visitors become members.
-
learn: Make a key tag from start to end
also: Makerspace

salmon-count | salmon-trust | internship | 2 | tue thu 09:00 14:00 | environment science animals | en | 9-12 | Joy Tanaka | L H | near-water
Count salmon and test the creek
You test water, count fish from the bridge, enter numbers and make one map for the neighbors.
The city uses our numbers to decide about the creek.
You wear a life vest near water.
learn: Test water; Count animals in the field; Make a map from numbers
also: Field biologist; Stream monitoring

salmon-plant | salmon-trust | service_learning | 15 | sat 09:00 12:00 | environment nature gardening | en es vi | 6-12 | Joy Tanaka | L H | near-water
Plant trees along the creek
Your group plants fifty young trees and learns what shade does for fish.
Cooler water in summer.
Your school sends a teacher with the group.
learn: Plant a tree that lives
also: Tree planting; Habitat restoration

salmon-shadow | salmon-trust | shadow_day | 2 | thu 09:00 14:00 | nature science environment | en | 6-12 | Joy Tanaka | L H? | near-water
A day in rubber boots with a biologist
You walk the creek, take samples and look at them under the microscope.
Field days show who likes rain.
-
learn: Take a water sample
also: Field biologist

house-repair | mill-hill-builders | internship | 2 | tue thu 08:30 14:30 | building repair | en es | 11-12/16 | Hank Olsen | L H | construction power-tools
Help repair an old house
You carry, measure, mix and learn to read a plan. A carpenter is with you the whole day.
We train the people we want to hire.
16 or older. Boots. Some tasks are not allowed under 18.
learn: Read a building plan; Measure and cut; Mix mortar; Work safely on a site
also: Carpenter; Construction worker; Construcción

house-shadow | mill-hill-builders | shadow_day | 2 | thu 08:30 13:00 | building repair | en | 10-12 | Hank Olsen | L H? | construction
See a building site for a day
You walk the site with the carpenter in a hard hat and try hand tools in the shop.
We look for people who like to make things straight.
Boots and a hard hat, which we lend you.
learn: Drive a straight nail
also: Construction

house-estimate | mill-hill-builders | internship | 2 | tue thu 10:00 14:00 | math finance office | en | 10-12 | Rita Olsen | L? H? | -
Work out what a house repair costs
You measure on plans, look up prices and build the table for an offer.
Faster offers mean more work for the crew.
You like numbers.
learn: Measure on a plan; Compare prices; Build a table that adds up
also: Estimator; Spreadsheets

bus-mechanics | transit-workshop | internship | 2 | tue thu 09:00 13:00 | repair transport engineering | en | 11-12/16 | - | L H | power-tools
Look after the buses of the city
You check doors, lights and wheelchair ramps with a mechanic and learn how a repair is written down.
Buses are back on the road sooner.
16 or older.
learn: Check doors, lights and ramps; Write down a repair; Read a wiring plan
also: Bus mechanic; Diesel technician

bus-planning | transit-workshop | internship | 2 | tue thu 10:00 14:00 | transport math computers | en | 9-12 | - | L H? | -
Find out why a bus is late
You read the times of one line, ride it, talk with drivers and show what you found.
The planners try the best idea for a month.
-
learn: Read a timetable; Ask drivers good questions; Show what numbers say
also: Transit planner; Data analyst

station-class | fire-station-seven | classroom_expert | 2 | tue 13:00 14:30 | safety healthcare | en | 6-12 | Ray Dunn | L H | -
First aid in your classroom
Two medics teach how to help somebody who does not breathe, with dolls to practice on.
More people in town know what to do.
-
`;

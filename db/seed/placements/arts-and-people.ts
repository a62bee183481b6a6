/** Stages, microphones, classrooms, law and history: 20 placements in Greenwater. */
export const artsAndPeople = `
stage-light | northlight-theater | internship | 2 | tue thu 12:00 17:00 | theater media engineering | en | 10-12 | Marcus Webb | L H | ladders
Light a play
You hang lamps with the crew, program the board and run one scene in the last week.
The crew can try more ideas before the premiere.
You are fine with dark rooms and loud music.
learn: Hang and focus lamps; Program a light board; Work in a crew in the dark
also: Lighting technician; Stagehand

costume-shop | northlight-theater | internship | 2 | tue thu 10:00 14:00 | crafts fashion theater | en | 9-12 | Odile Fontaine | L H? | -
Sew costumes for the stage
You measure actors, cut cloth, sew by hand and machine and keep the wardrobe in order.
Every costume is ready for the first rehearsal.
-
learn: Take measurements; Cut from a pattern; Sew by hand and by machine
also: Seamstress; Tailor; Wardrobe

theater-shadow | northlight-theater | shadow_day | 2 | thu 12:00 17:00 | theater art music | en | 6-12 | Marcus Webb | L H | -
A day behind the curtain
You follow the stage manager from the empty stage to the rehearsal.
New eyes see what we miss.
-
learn: See how a stage manager calls a show
also: Stage crew

theater-panel | northlight-theater | exhibition_panel | 2 | thu 17:00 19:00 | theater speaking art | en | 6-12 | Marcus Webb | L H? | -
A stage manager on your exhibition panel
We listen, ask and give you one thing to try with your voice or your slides.
It is our way to thank the schools.
-

radio-producer | community-radio | internship | 2 | tue thu 10:00 15:00 | media music writing | en es | 9-12 | Tess Moreno | L H | -
Make a radio show
You find a story, record voices, cut them and go on air for five minutes by the end of the term.
Young voices bring young listeners.
You ask people questions.
learn: Find a story; Record a voice well; Cut sound; Speak on air
also: Podcast; Journalist; Audio editing

radio-interview | community-radio | informational_interview | 2 | tue 15:00 16:00 | media music languages | en es | 6-12 | Tess Moreno | L H | -
Interview the interviewer
Sit in the studio and ask Tess how a show is made.
We may put your best question on air, if you and your family agree.
-

radio-class | community-radio | classroom_expert | 2 | wed 10:00 11:30 | media writing speaking | en es | 6-12 | Tess Moreno | L H | -
How to ask a good question
A producer teaches your class to interview, with real microphones.
We find guests for our youth hour.
-

class-helper | mill-hill-elementary | internship | 2 | tue thu 09:00 14:00 | teaching children | en es vi | 9-12 | Yolanda Price | L H | -
Help children learn to read
You read with three children each day, prepare a game and watch how a teacher plans.
Each child reads aloud every day.
You keep what you hear about children to yourself.
learn: Read aloud with a child; Prepare a learning game; See how a lesson is planned
also: Teaching assistant; Tutor

reading-buddies | mill-hill-elementary | service_learning | 10 | thu 13:00 14:00 | teaching children helping | en es vi | 6-12 | Yolanda Price | L H | -
Be a reading buddy
Your group meets the same children every week and reads with them.
Second graders look forward to Thursday.
Your school sends a teacher with the group.
learn: Read aloud with a child; Be patient
also: Reading tutor

family-office | mill-hill-elementary | internship | 2 | tue thu 09:00 13:00 | languages helping office | vi en | 10-12 | Chi Nguyen | L H | -
Help families who speak Vietnamese
You welcome families, check translations with Chi and help at the parents' morning.
Families who read Vietnamese come to the school more often.
You speak Vietnamese.
learn: Welcome people in two languages; Check a translation; Use words that are easy to read
also: Interpreter; Translator

legal-intake | second-street-law | internship | 2 | tue thu 10:00 14:00 | law helping languages | en es so | 11-12 | Omar Farouk | L H | -
Help people find a lawyer
You sort papers, make copies, look up rules with a lawyer and prepare the waiting room. You do not read private files.
More people are ready when the lawyer calls them in.
You sign that you keep secrets.
learn: Sort and copy papers; Look up a rule; Keep secrets
also: Paralegal; Legal assistant

legal-interview | second-street-law | informational_interview | 2 | thu 16:00 17:00 | law politics speaking | en so | 6-12 | Omar Farouk | L H | -
Ask a lawyer about right and wrong
Bring a question from your own life or from the news.
Law should not be a secret.
-

legal-panel | second-street-law | exhibition_panel | 2 | thu 17:00 19:00 | law speaking | en so | 6-12 | Omar Farouk | L? H | -
A lawyer on your exhibition panel
I ask the questions a judge would ask, in a kind way.
I learn how you argue.
-

poster-design | pixel-and-pine | internship | 2 | tue thu 10:00 14:00 | design art marketing | en | 9-12 | Ellie Novak | L H | -
Design posters from home
You draw, choose type and make three versions for a real customer. We meet by video and staff can join any call.
The studio can say yes to small customers.
A computer and a quiet place: your school can lend both.
learn: Draw a first sketch; Choose type and color; Show your work to a customer
also: Graphic designer; Illustrator

web-design | pixel-and-pine | internship | 2 | tue thu 12:00 16:00 | computers design writing | en es | 10-12 | Ellie Novak | L? H? | -
Make a website easy to use
You watch people use a page, note where they get stuck and sketch something better.
Customers of ours get fewer angry mails.
-
learn: Watch how people use a page; Sketch a screen; Write short, clear words
also: UX designer; Web developer

design-interview | pixel-and-pine | informational_interview | 2 | tue 16:00 17:00 | design art business | en | 6-12 | Ellie Novak | L H | -
Talk with a designer by video
Show one thing you made and ask how somebody lives from drawing.
It is good to explain what we do.
-

archive-scans | city-archive | internship | 2 | tue thu 10:00 15:00 | history photography libraries | en | 9-12 | Ida Feldman | L H | -
Bring old photos back to light
You scan, name and describe photos from 1910, then write the story of one.
A thousand photos a year become visible to everybody.
Clean hands and patience.
learn: Scan and care for old photos; Describe a picture; Find out where it comes from
also: Archivist; Digitizing

museum-guide | city-archive | internship | 2 | tue thu 12:00 16:00 | history speaking hospitality | en es | 9-12 | Ida Feldman | L H | -
Lead a tour through the museum
You learn ten objects by heart, follow a guide and lead your own tour in week six.
School classes get a guide who is close to their age.
-
learn: Speak to a group; Tell a story about an object; Answer questions you did not expect
also: Docent; Tour guide

archive-panel | city-archive | exhibition_panel | 2 | thu 17:00 19:00 | history writing speaking | en | 6-12 | Ida Feldman | L= H | -
A historian on your exhibition panel
I ask how you know what you know.
I like to see how students use sources.
-

fire-interview | fire-station-seven | informational_interview | 2 | tue 14:00 15:00 | safety healthcare | en | 6-12 | Ray Dunn | L! H | -
Ask a fire captain
An hour at the kitchen table of the station, with the crew.
We need people who run towards trouble.
-
`;

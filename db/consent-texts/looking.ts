/** Texts that ship for `looking`: telling hosts that the coordinator chose that a student is looking. Paragraphs part by a blank line. */
export const looking = {
  en: `{{student}} is looking for a place to learn outside school. {{school}} asks you for permission to tell organisations about {{student}}.

What we tell: first name, grade band (such as 9-10) and interests. Nothing else. No last name, no photo, no address, no phone, no grades.

Whom we tell: only organisations that {{student}} asked for and that a coordinator of the school has approved. We write down every time we tell somebody.

How long: one school year. You can take your permission back at any time, for any reason. Then we tell nobody new.

If you say no, {{student}} can look for another place, and nothing changes at school. You can also say yes later.

A check is one step, not a guarantee. The school checks adults who work with students, and a coordinator stays in contact with them.

Questions? Call {{schoolPhone}}. You can ask for an interpreter. It is free.`,
  es: `{{student}} busca un lugar para aprender fuera de la escuela. {{school}} le pide permiso para hablar de {{student}} con organizaciones.

Qué contamos: el nombre, el grupo de grados (por ejemplo 9-10) y los intereses. Nada más. Sin apellido, sin foto, sin dirección, sin teléfono, sin calificaciones.

A quién: solo a las organizaciones que {{student}} pidió y que una persona coordinadora de la escuela aprobó. Anotamos cada vez que contamos algo.

Por cuánto tiempo: un año escolar. Usted puede retirar su permiso cuando quiera y por cualquier motivo. Entonces no le contamos nada a nadie más.

Si usted dice que no, {{student}} puede buscar otro lugar y nada cambia en la escuela. También puede decir que sí más tarde.

Una revisión es un paso, no una garantía. La escuela revisa a los adultos que trabajan con estudiantes y una persona coordinadora sigue en contacto con ellos.

¿Preguntas? Llame al {{schoolPhone}}. Puede pedir un intérprete. Es gratis.`,
  so: `{{student}} waxay raadinaysaa meel ay wax ka barato oo ka baxsan iskuulka. {{school}} waxay kaa codsanaysaa oggolaansho ay ugu sheegto ururrada {{student}}.

Waxa aan sheegno: magaca koowaad, heerka fasalka iyo waxyaabaha ay jeceshahay. Wax kale ma jiro.

Haddii aad tiraahdo maya, {{student}} meel kale ayay raadsan kartaa. Hubintu waa tallaabo, ma aha dammaanad.

Su'aalo? Wac {{schoolPhone}}. Waxaad codsan kartaa turjubaan. Waa bilaash.`,
  vi: `{{student}} đang tìm một nơi để học bên ngoài trường. {{school}} xin phép quý vị để cho các tổ chức biết về {{student}}.

Chúng tôi cho biết: tên, nhóm lớp và sở thích. Không có gì khác.

Nếu quý vị nói không, {{student}} có thể tìm nơi khác. Việc kiểm tra là một bước, không phải là bảo đảm.

Có câu hỏi? Xin gọi {{schoolPhone}}. Quý vị có thể yêu cầu thông dịch viên miễn phí.`,
} as const;

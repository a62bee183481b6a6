/** Texts that ship for `participate`: one student, one placement. Paragraphs part by a blank line. */
export const participate = {
  en: `{{student}} would like to take part in "{{placement}}" at {{organisation}}. {{school}} asks you for permission.

What happens: {{student}} goes to {{organisation}} on the days that the school and the organisation agree. An adult whom the school has checked is there the whole time. Without that adult the day does not happen.

What stays open until everything is ready: the background check, the answers about safety, the travel plan, the emergency contact and, for an internship, an agreement that you sign too. No day starts before that.

Mentors never drive students. The way there and back is part of the travel plan.

You can take your permission back at any time, for any reason.

If you say no, {{student}} can look for another place. A check is one step, not a guarantee.

Questions? Call {{schoolPhone}}. You can ask for an interpreter. It is free.`,
  es: `{{student}} quiere participar en "{{placement}}" en {{organisation}}. {{school}} le pide permiso.

Qué pasa: {{student}} va a {{organisation}} los días que acuerden la escuela y la organización. Una persona adulta revisada por la escuela está allí todo el tiempo. Sin esa persona, el día no se hace.

Qué falta hasta que todo esté listo: la revisión de antecedentes, las respuestas sobre seguridad, el plan de viaje, el contacto de emergencia y, para una pasantía, un acuerdo que usted también firma. Ningún día empieza antes.

Los mentores nunca llevan a los estudiantes en su carro. La ida y la vuelta están en el plan de viaje.

Usted puede retirar su permiso cuando quiera y por cualquier motivo.

Si usted dice que no, {{student}} puede buscar otro lugar. Una revisión es un paso, no una garantía.

¿Preguntas? Llame al {{schoolPhone}}. Puede pedir un intérprete. Es gratis.`,
  so: `{{student}} waxay rabtaa inay ka qayb gasho "{{placement}}" ee {{organisation}}. {{school}} waxay kaa codsanaysaa oggolaansho.

Qof weyn oo iskuulku hubiyay ayaa joogaya wakhtiga oo dhan. Haddii aad tiraahdo maya, {{student}} meel kale ayay raadsan kartaa. Hubintu waa tallaabo, ma aha dammaanad.

Su'aalo? Wac {{schoolPhone}}. Waxaad codsan kartaa turjubaan. Waa bilaash.`,
  vi: `{{student}} muốn tham gia "{{placement}}" tại {{organisation}}. {{school}} xin phép quý vị.

Một người lớn đã được trường kiểm tra luôn có mặt. Nếu quý vị nói không, {{student}} có thể tìm nơi khác. Việc kiểm tra là một bước, không phải là bảo đảm.

Có câu hỏi? Xin gọi {{schoolPhone}}. Quý vị có thể yêu cầu thông dịch viên miễn phí.`,
} as const;

/** The words of a letter that asks somebody to come in. */
export interface InvitationLetterWords {
  title: string;
  leadStudent: string;
  leadGuardian: string;
  open: string;
  type: string;
  mail: string;
  codeIs: string;
  once: string;
  help: string;
  scan: string;
}

/**
 * In the languages that texts of consent ship in and that have no catalogue of their own: a family reads how to come in, although the
 * pages then speak another language. Drafts, as those texts are; whoever prints the letter is told so.
 */
export const invitationLetterWords: Readonly<Record<string, InvitationLetterWords>> = {
  so: {
    title: "{{name}}, booskaagu waa diyaar",
    leadStudent:
      "{{school}} waxay isticmaashaa Throughline. Halkaas waxaad ka heli kartaa meelo aad shaqo ku barato, waad kaydsan kartaa kuwa aad jeceshahay, waadna codsan kartaa.",
    leadGuardian:
      "{{school}} waxay isticmaashaa Throughline. Halkaas waxaad ku arki kartaa waxa ardaygaagu raadinayo, waxaadna kaga jawaabi kartaa waxa aan ku weydiinno.",
    open: "Calaamadda iskaan garee, ama fur {{address}}.",
    type: "Geli lambarka.",
    mail: "Geli cinwaan iimayl oo adiga keliya aad akhrido. Lambar ayaan kuugu soo diri doonnaa.",
    codeIs: "Lambarkaaga",
    once: "Lambarku hal mar buu shaqeeyaa, ilaa {{day}}. Cid kale ha siin.",
    help: "Su'aalo? {{name}}, {{phone}}.",
    scan: "Calaamad furta martiqaadkaaga",
  },
  vi: {
    title: "{{name}}, chỗ của quý vị đã sẵn sàng",
    leadStudent:
      "{{school}} dùng Throughline. Ở đó em tìm được những nơi để học nghề tại chỗ làm, lưu lại nơi em thích, và xin được đến.",
    leadGuardian:
      "{{school}} dùng Throughline. Ở đó quý vị xem được con em mình đang tìm gì, và trả lời những điều chúng tôi hỏi.",
    open: "Dùng điện thoại quét mã, hoặc mở {{address}}.",
    type: "Nhập mã.",
    mail: "Nhập địa chỉ email mà chỉ mình quý vị đọc. Chúng tôi gửi một số đến đó.",
    codeIs: "Mã của quý vị",
    once: "Mã chỉ dùng được một lần, đến {{day}}. Xin đừng đưa cho ai khác.",
    help: "Có câu hỏi? {{name}}, {{phone}}.",
    scan: "Mã vuông mở lời mời của quý vị",
  },
};

/** The words around the text of a letter: who gets it, what is ticked, what is signed, and what its square is for. */
export interface LetterWords {
  to: string;
  about: string;
  agree: string;
  refuse: string;
  nameLine: string;
  relationshipLine: string;
  dateLine: string;
  signLine: string;
  help: string;
  own: string;
  place: string;
}

/**
 * In the languages that texts of consent ship in and that have no catalogue of their own: whoever signs a paper reads the boxes
 * in their language too. Drafts, as those texts are; the letter says so until the school has checked its text.
 */
export const letterWords: Readonly<Record<string, LetterWords>> = {
  so: {
    to: "Ku socota {{guardian}}",
    about: "Ku saabsan {{student}}",
    agree: "Waan oggolahay.",
    refuse: "Ma oggoli.",
    nameLine: "Magaca",
    relationshipLine: "Xiriirka aad la leedahay ardayga",
    dateLine: "Taariikhda",
    signLine: "Saxiixa",
    help: "Su'aalo? {{name}}, {{phone}}",
    own: "Calaamaddan ku iskaan garee taleefan si aad bogga uga akhrido ugana jawaabto.",
    place: "Lambarka warqadda",
  },
  vi: {
    to: "Gửi {{guardian}}",
    about: "Về {{student}}",
    agree: "Tôi đồng ý.",
    refuse: "Tôi không đồng ý.",
    nameLine: "Họ và tên",
    relationshipLine: "Quan hệ với học sinh",
    dateLine: "Ngày",
    signLine: "Chữ ký",
    help: "Có câu hỏi? {{name}}, {{phone}}",
    own: "Dùng điện thoại quét mã này để đọc và trả lời trên trang của quý vị.",
    place: "Mã thư",
  },
};

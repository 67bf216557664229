/* TCVN 5712:1993, VN3 ("ABC" fonts such as .VnTime): one byte a letter, seen as Windows-1252 wherever the font is missing. */

/** Letters from 0xA1 on; a blank where the font has none that Vietnamese writes. */
const letters = 'ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ';
const first = 0xa1;

/** "NguyÔn V¨n B×nh" → "Nguyễn Văn Bình". @param text as it shows without the font */
export function fromTcvn3(text: string): string {
  return [...text].map(letter).join('');
}

function letter(seen: string): string {
  const found = letters[(seen.codePointAt(0) ?? 0) - first];
  return found === undefined || found === ' ' ? seen : found;
}

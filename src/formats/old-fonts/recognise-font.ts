import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';

export type OldFont = 'tcvn3' | 'vni';

/** Words that hardly any list of people is without, in headings and names. */
const frequent =
  /(^|[^\p{L}])(nguyễn|trần|thị|văn|lê|phạm|hoàng|đặng|bùi|đỗ|hồ|ngô|họ|tên|hộ|số|giới|tính|nữ|ngày)(?![\p{L}])/giu;

/** The old font that text was typed in; `undefined` where it reads as Vietnamese already, or as neither. */
export function recogniseFont(text: string): OldFont | undefined {
  const [plain, tcvn3, vni] = [text, fromTcvn3(text), fromVni(text)].map((read) => read.match(frequent)?.length ?? 0);
  if (plain === undefined || tcvn3 === undefined || vni === undefined) return undefined;
  if (Math.max(tcvn3, vni) <= plain) return undefined;
  return tcvn3 >= vni ? 'tcvn3' : 'vni';
}

export function fromOldFont(text: string, font: OldFont): string {
  return font === 'tcvn3' ? fromTcvn3(text) : fromVni(text);
}

import type { VNode } from 'preact';
import { spellMoment } from '../../ui/bar/sync-words.ts';
import { language, words } from '../../ui/language.ts';
import { spellNumber } from '../../ui/words/spell-number.ts';
import type { Proof } from '../../workers/api/proof-api.ts';
import { proofWords } from './words.ts';

/** "Đã gửi đủ ✓ · 14:02": said when the hub has judged everything of this phone and both hold the same. */
export function ReceiptLine({ receipt }: Pick<Proof, 'receipt'>): VNode {
  const copy = proofWords.value;
  if (receipt === null || !receipt.isCurrent) return <p>{copy.notYet}</p>;
  const text = copy.allSent(spellMoment(receipt.at, Date.now(), words.value));
  return <p class="state state-sent">{text}</p>;
}

/** What no mending brings back: said as long as it is so. */
export function DamagedLine({ proof: { damaged } }: { readonly proof: Proof }): VNode | null {
  if (damaged === undefined) return null;
  const moment = spellMoment(damaged.at, Date.now(), words.value);
  return (
    <p class="box box-ask" role="alert">
      {proofWords.value.damaged(spellNumber(damaged.ops, language.value), moment)}
    </p>
  );
}

/** What is read out by telephone: terms and values for the list of facts. */
export function receiptRows({ receipt, mended, left }: Proof, count: (number: number) => string) {
  const copy = proofWords.value;
  const spell = (at: number | null): string => (at === null ? '' : spellMoment(at, Date.now(), words.value));
  return [
    ...(left.drafts > 0 ? [[copy.drafts, count(left.drafts)] as const] : []),
    ...(receipt === null ? [] : [[copy.code, receipt.code] as const, [copy.digest, inGroups(receipt.digest)] as const]),
    ...(mended.records === 0 ? [] : [[copy.mended, copy.records(count(mended.records), spell(mended.at))] as const]),
  ];
}

/** 32 hex digits as they are read out. */
function inGroups(digest: string): string {
  return digest.replace(/(.{4})(?=.)/g, '$1 ');
}

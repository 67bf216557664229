import type { Finding } from '../../domain/form/check.ts';

/** What was said yes to: the same question with other facts in it ("Mẹ 11 tuổi…" → "Mẹ 12 tuổi…") is asked again. */
export function findingKey(finding: Finding): string {
  return `${finding.check} ${finding.message.vi}`;
}

/** Doubts that were not answered yet, of the pages up to this one. */
export function openDoubts(
  findings: readonly Finding[],
  isHere: (field: string) => boolean,
  confirmed: ReadonlySet<string>,
): readonly Finding[] {
  return findings.filter(
    (finding) => finding.strength === 'ask' && isHere(finding.field) && !confirmed.has(findingKey(finding)),
  );
}

/** Ids of the checks whose doubts stand and were answered yes: they are kept with the record. */
export function answeredChecks(findings: readonly Finding[], confirmed: ReadonlySet<string>): readonly string[] {
  const answered = findings.filter((finding) => finding.strength === 'ask' && confirmed.has(findingKey(finding)));
  return [...new Set(answered.map((finding) => finding.check))];
}

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { civilDay } from '../../domain/calendar/civil-date.ts';
import { StateMark } from '../../ui/bar/state-word.tsx';
import { spellMoment } from '../../ui/bar/sync-words.ts';
import { Button } from '../../ui/button.tsx';
import { saveFile } from '../../ui/form/files/save-file.ts';
import { language, words } from '../../ui/language.ts';
import { spellNumber } from '../../ui/words/spell-number.ts';
import type { Certificate, Proof, ProofApi } from '../../workers/api/proof-api.ts';
import type { UsersApi } from '../../workers/api/users-api.ts';
import { LeavePhone } from './leave-phone.tsx';
import { isNothingLeft, wordCertificate } from './word-certificate.ts';
import { proofWords } from './words.ts';

interface HandOverProps {
  readonly phone: ProofApi & UsersApi;
  readonly proof: Proof;
  /** What is known of the proof may have changed. */
  readonly onAsked: () => void;
  /** The register is no more on this phone. */
  readonly onLeft: () => void;
}

/** What would be lost with this phone, in words, and the hub's signed word that nothing would. */
export function HandOver({ phone, proof, onAsked, onLeft }: HandOverProps): VNode {
  const copy = proofWords.value;
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const ask = async (): Promise<void> => {
    setBusy(true);
    setSaid(copy.asking);
    const answer = await phone.certify();
    setBusy(false);
    setSaid(answer.ok ? '' : copy.failed[answer.error]);
    onAsked();
  };
  return (
    <section class="box">
      <h2>{copy.before}</h2>
      <LeftHere left={proof.left} />
      {proof.certificate && <CertificateBox certificate={proof.certificate} left={proof.left} />}
      <p role="status">{said}</p>
      <div class="row-of-buttons">
        <Button label={copy.ask} isBusy={isBusy} onPress={() => void ask()} />
      </div>
      {isAllSent(proof) && <LeavePhone phone={phone} onLeft={onLeft} />}
    </section>
  );
}

function isAllSent({ left, certificate }: Proof): boolean {
  return certificate?.isCurrent === true && isNothingLeft(left);
}

function LeftHere({ left }: Pick<Proof, 'left'>): VNode {
  const copy = proofWords.value;
  const count = (number: number): string => spellNumber(number, language.value);
  const lines = [
    ...(left.waiting > 0 ? [copy.waiting(count(left.waiting))] : []),
    ...(left.mending > 0 ? [copy.mending(count(left.mending))] : []),
    ...(left.drafts > 0 ? [copy.draftsLeft(count(left.drafts))] : []),
  ];
  if (lines.length === 0) return <p>{copy.nothing}</p>;
  return (
    <>
      <p>{copy.onlyHere}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

const safe = { tone: 'sent', icon: 'sent' } as const;
const unsafe = { tone: 'back', icon: 'mend' } as const;

function CertificateBox({ certificate, left }: { readonly certificate: Certificate } & Pick<Proof, 'left'>): VNode {
  const copy = proofWords.value;
  const { at, isCurrent, text, code } = certificate;
  const moment = spellMoment(at, Date.now(), words.value);
  if (!isCurrent) return <p class="soft">{copy.outdated(moment)}</p>;
  const isSafe = isNothingLeft(left);
  const told = wordCertificate(certificate, left, copy);
  const save = (): void =>
    saveFile({
      name: copy.fileName(civilDay(at)),
      bytes: new TextEncoder().encode(`${told}\n${copy.code}: ${code}\n${text}\n`),
    });
  return (
    <>
      <p>
        <StateMark word={{ ...(isSafe ? safe : unsafe), text: told }} />
      </p>
      <div class="row-of-buttons">
        <Button label={copy.save} onPress={save} />
      </div>
    </>
  );
}

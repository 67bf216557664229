import type { VNode } from 'preact';
import { say } from '../../../domain/words.ts';
import { language, words } from '../../../ui/language.ts';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';
import { CallButton } from '../part/call-button.tsx';
import { StandingMark } from '../part/standing-mark.tsx';

type HouseholdPage = NonNullable<Awaited<ReturnType<PhoneApi['household']>>>;

/** What the sheet says above its lines; a telephone number is a call. */
export function HouseholdFacts({ household }: { readonly household: HouseholdPage }): VNode | null {
  const copy = words.value.household;
  const { address, phone, fields, standing } = household;
  if (address === '' && phone === '' && fields.length === 0 && standing === 'confirmed') return null;
  return (
    <div class="section">
      <StandingMark standing={standing} />
      {address !== '' && <Fact label={copy.address} value={address} />}
      {fields.map(({ field, label, value }) => (
        <Fact key={field} label={say(label, language.value)} value={say(value, language.value)} />
      ))}
      <CallButton phone={phone} />
    </div>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }): VNode {
  return (
    <p>
      <span class="soft">{label}:</span> {value}
    </p>
  );
}

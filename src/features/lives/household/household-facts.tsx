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
      {address !== '' && (
        <p>
          <span class="soft">{copy.address}:</span> {address}
        </p>
      )}
      {fields.length > 0 && <p class="small">{fields.map(wordField).join(' · ')}</p>}
      <CallButton phone={phone} />
    </div>
  );
}

/** What says itself: "Hộ gia đình · Không nghèo". */
const saidAlone: ReadonlySet<string> = new Set(['kind', 'poor']);

function wordField({ field, label, value }: HouseholdPage['fields'][number]): string {
  if (saidAlone.has(field)) return say(value, language.value);
  return `${say(label, language.value)}: ${say(value, language.value)}`;
}

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { consoleWords } from '../../../i18n/console-words.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { language } from '../../../ui/language.ts';
import type { ApiFailure } from '../../api.ts';

interface GroundFormProps {
  /** Fewest characters that the hub takes for a ground. */
  readonly fewest: number;
  /** Asks for the names; answers why they did not come. */
  readonly onAsk: (ground: string) => Promise<ApiFailure | 'ground' | undefined>;
  readonly onCancel: () => void;
}

export function GroundForm(props: GroundFormProps): VNode {
  const words = consoleWords(language.value);
  const [ground, setGround] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [isBusy, setIsBusy] = useState(false);

  function show(text: string): void {
    setError(text);
    document.getElementById('ground')?.focus();
  }

  async function ask(): Promise<void> {
    if (isBusy) return;
    const stated = ground.trim().normalize('NFC');
    if ([...stated].length < props.fewest) {
      show(words.cases.groundMissing(props.fewest));
      return;
    }
    setIsBusy(true);
    const fault = await props.onAsk(stated);
    setIsBusy(false);
    if (fault === 'ground') show(words.cases.groundMissing(props.fewest));
    else if (fault !== undefined) show(fault === 'ended' ? words.signIn.ended : words.failure[fault]);
  }

  return (
    <form
      class="ground"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <TextField
        id="ground"
        label={words.cases.ground}
        hint={words.cases.groundHint(props.fewest)}
        value={ground}
        isFocused
        {...(error === undefined ? {} : { error })}
        onValue={setGround}
      />
      <div class="row-of-buttons">
        <Button label={isBusy ? words.cases.asking : words.cases.seeNames} isSubmit isBusy={isBusy} />
        <Button label={words.cases.cancel} isQuiet onPress={props.onCancel} />
      </div>
    </form>
  );
}
